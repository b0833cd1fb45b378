using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

/// <summary>Charts of a model: each a function of a few plain figures.</summary>
public static class ModelCharts
{
    /// <param name="area">Area under the curve with its baseline; null where unknown.</param>
    public static Chart PrecisionRecall(string id, string of, IReadOnlyList<PrecisionRecallPoint> points, Metric? area) =>
        CurveChart.Of(
            id,
            "Precision against recall",
            "How many of the songs called hits are hits, the more hits are to be found. The dashed line is what drawing songs at random gives."
                + (area is null ? "" : $" Area: {Numbers.Metric(area.Value)}."),
            $"Precision-recall curve of {of}"
                + (
                    area is null
                        ? "."
                        : $": area {Numbers.Metric(area.Value)} over {area.Count:N0} "
                            + $"songs{(area.Baseline is { } chance ? $"; chance is {Numbers.Metric(chance)}" : "")}."
                ),
            "Recall (share of hits found)",
            "Precision (share of calls that are hits)",
            null,
            [new NamedCurve("model", [.. points.Select(point => new CurveEstimate(point.Recall, point.Precision, null, null, 0))])],
            share: true,
            area?.Baseline is { } baseline ? ((0, baseline), (1, baseline)) : null
        );

    public static Chart Calibration(string id, string of, IReadOnlyList<CalibrationBin> bins) =>
        CurveChart.Of(
            id,
            "Are the probabilities right?",
            "Songs in ten groups by predicted probability: on the dashed line, as many are hits as was said. The band is a 95 % interval.",
            $"Calibration of {of}: predicted probability against share of hits in {bins.Count} groups of songs, with 95 % intervals."
                + (
                    bins.MaxBy(bin => Math.Abs(bin.Predicted - bin.Observed)) is { } worst
                        ? $" The largest difference: {worst.Predicted:P0} were predicted where {worst.Observed:P0} of {worst.Songs:N0} songs were hits."
                        : ""
                ),
            "Predicted probability of a hit",
            "Share of hits",
            "songs",
            [new NamedCurve("model", [.. bins.Select(bin => new CurveEstimate(bin.Predicted, bin.Observed, bin.Low, bin.High, bin.Songs))])],
            share: true,
            ((0, 0), (1, 1))
        );

    private static string Ends(NamedCurve curve) => $"{curve.Name} from {Numbers.Short(curve.Points[0].Y)} to {Numbers.Short(curve.Points[^1].Y)}";

    /// <param name="metric">Its name and unit.</param>
    /// <param name="curves">Such as "training" and "validation", over training songs.</param>
    public static Chart LearningCurve(string id, string metric, IReadOnlyList<NamedCurve> curves) =>
        CurveChart.Of(
            id,
            "What more songs would bring",
            "A curve that still rises at its end says that more songs would help; curves far apart say that the model learns its songs by heart.",
            $"{metric} against the number of training songs: {string.Join("; ", curves.Where(curve => curve.Points.Count > 0).Select(Ends))}.",
            "Training songs",
            metric,
            "songs",
            curves
        );

    /// <param name="of">What the model was told, such as "audio alone".</param>
    /// <param name="features">Loss of area under the ROC curve when a feature is shuffled among songs; most important first.</param>
    public static Chart Importance(string id, string of, IReadOnlyList<NamedEstimate> features) =>
        IntervalChart.Of(
            id,
            $"What a model looks at: {of}",
            $"What trees lose of the area under the ROC curve when a feature is shuffled among {(features.Count > 0 ? features[0].Count : 0):N0} songs by "
                + "artists that they have not seen. An interval that reaches the dashed line may be chance.",
            $"Importance of {features.Count} features in a model of {of}, with 95 % intervals."
                + (
                    features.Count > 0
                        ? $" Most important: {string.Join(", ", features.Take(3).Select(feature => $"{feature.Name} ({Numbers.Short(feature.Value)})"))}."
                        : ""
                ),
            "Feature",
            "Loss of area under the ROC curve",
            "songs",
            NumberFormat.Plain,
            features,
            reference: 0
        );

    /// <param name="areas">Areas under the ROC curve, by what the model was asked.</param>
    public static Chart Ranking(string id, IReadOnlyList<NamedEstimate> areas) =>
        IntervalChart.Of(
            id,
            "How well that ranks songs",
            "Area under the ROC curve of trees, told less and less of where a song comes from: on artists or playlists that they have not seen, and among "
                + "songs of one genre or playlist alone. The dashed line is chance.",
            $"Area under the ROC curve in {areas.Count} settings with 95 % intervals: "
                + $"{string.Join(", ", areas.Select(area => $"{area.Name} {Numbers.Short(area.Value)}"))}; chance is 0.5.",
            "Told, and asked about",
            "Area under the ROC curve",
            "songs",
            NumberFormat.Plain,
            areas,
            reference: 0.5
        );

    /// <param name="metric">Its name.</param>
    /// <param name="unit">What it is measured in; null for none.</param>
    /// <param name="models">Best first.</param>
    /// <param name="baseline">What the trivial model has; null where unknown. It is not drawn: beside it all models would look alike.</param>
    public static Chart Comparison(string id, string metric, string? unit, IReadOnlyList<NamedEstimate> models, double? baseline) =>
        IntervalChart.Of(
            id,
            $"Models compared: {metric}",
            "Best first, asked about artists that they have not seen. Intervals that overlap much do not tell the better model."
                + (baseline is { } trivial ? $" The trivial model has {Numbers.Short(trivial)}." : ""),
            $"{Words.Title(metric)} of {models.Count} models with 95 % intervals: "
                + $"{string.Join(", ", models.Take(5).Select(model => $"{model.Name} {Numbers.Short(model.Value)}"))}.",
            "Model",
            unit is null ? Words.Title(metric) : $"{Words.Title(metric)} ({unit})",
            "songs",
            NumberFormat.Plain,
            models
        );
}
