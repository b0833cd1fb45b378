using HitSongs.Grading;
using HitSongs.Pipeline;

namespace HitSongs.Cli.Reporting;

/// <summary>Charts of a model: each a function of a few plain figures.</summary>
public static class ModelCharts
{
    /// <param name="area">Area under the curve with its baseline; null where unknown.</param>
    public static Chart PrecisionRecall(string id, string of, IReadOnlyList<PrecisionRecallPoint> points, Metric? area) => CurveChart.Of(
        id,
        "Precision against recall",
        "How many of the songs called hits are hits, the more hits are to be found. The dashed line is what drawing songs at random gives." + (area is null ? "" : $" Area: {Numbers.Metric(area.Value)}."),
        $"Precision-recall curve of {of}" + (area is null ? "." : $": area {Numbers.Metric(area.Value)} over {area.Count:N0} songs{(area.Baseline is { } chance ? $"; chance is {Numbers.Metric(chance)}" : "")}."),
        "Recall (share of hits found)",
        "Precision (share of calls that are hits)",
        null,
        [new NamedCurve("model", [.. points.Select(point => new CurveEstimate(point.Recall, point.Precision, null, null, 0))])],
        share: true,
        area?.Baseline is { } baseline ? ((0, baseline), (1, baseline)) : null);

    public static Chart Calibration(string id, string of, IReadOnlyList<CalibrationBin> bins) => CurveChart.Of(
        id,
        "Are the probabilities right?",
        "Songs in ten groups by predicted probability: on the dashed line, as many are hits as was said. The band is a 95 % interval.",
        $"Calibration of {of}: predicted probability against share of hits in {bins.Count} groups of songs, with 95 % intervals."
            + (bins.MaxBy(bin => Math.Abs(bin.Predicted - bin.Observed)) is { } worst ? $" The largest difference: {worst.Predicted:P0} were predicted where {worst.Observed:P0} of {worst.Songs:N0} songs were hits." : ""),
        "Predicted probability of a hit",
        "Share of hits",
        "songs",
        [new NamedCurve("model", [.. bins.Select(bin => new CurveEstimate(bin.Predicted, bin.Observed, bin.Low, bin.High, bin.Songs))])],
        share: true,
        ((0, 0), (1, 1)));

    /// <param name="metric">Its name and unit.</param>
    /// <param name="curves">Such as "training" and "validation", over training songs.</param>
    public static Chart LearningCurve(string id, string metric, IReadOnlyList<NamedCurve> curves) => CurveChart.Of(
        id,
        "What more songs would bring",
        "A curve that still rises at its end says that more songs would help; curves far apart say that the model learns its songs by heart.",
        $"{metric} against the number of training songs: {string.Join("; ", curves.Where(curve => curve.Points.Count > 0).Select(curve => $"{curve.Name} from {Numbers.Short(curve.Points[0].Y)} to {Numbers.Short(curve.Points[^1].Y)}"))}.",
        "Training songs",
        metric,
        "songs",
        curves);

    /// <param name="measure">What the importance is, with its unit, such as "loss of AreaUnderRocCurve when shuffled".</param>
    /// <param name="features">Most important first.</param>
    public static Chart Importance(string id, string measure, IReadOnlyList<NamedEstimate> features) => IntervalChart.Of(
        id,
        "What the model looks at",
        "The further right, the more the model needs it; an interval that reaches the dashed line may be chance.",
        $"Importance of {features.Count} features with 95 % intervals ({measure})." + (features.Count > 0 ? $" Most important: {string.Join(", ", features.Take(3).Select(feature => feature.Name))}." : ""),
        Words.Title(measure),
        "repetitions",
        ".3~g",
        features,
        reference: 0);

    /// <param name="by">"genre", "month" or "season".</param>
    /// <param name="all">Predicted share over all songs.</param>
    public static Chart PartialDependence(string id, string by, IReadOnlyList<NamedEstimate> values, double all) => IntervalChart.Of(
        id,
        $"What the model makes of the {by}",
        $"Predicted probability of a hit where only the {by} is changed, with 95 % intervals; the dashed line is the mean of all songs.",
        $"Partial dependence of the predicted probability on the {by}"
            + (values.MaxBy(value => value.Value) is { } most && values.MinBy(value => value.Value) is { } least ? $": highest for {most.Name} ({most.Value:P0}), lowest for {least.Name} ({least.Value:P0})." : "."),
        "Predicted probability of a hit (%)",
        "songs",
        ".0%",
        values,
        all);

    /// <param name="metric">Its name and unit.</param>
    /// <param name="models">Best first.</param>
    /// <param name="baseline">What the trivial model has; null where unknown.</param>
    public static Chart Comparison(string id, string metric, IReadOnlyList<NamedEstimate> models, double? baseline) => IntervalChart.Of(
        id,
        "Models compared",
        "Intervals that overlap much do not tell the better model." + (baseline is null ? "" : " The dashed line is the trivial model."),
        $"{metric} of {models.Count} models with 95 % intervals: {string.Join(", ", models.Take(5).Select(model => $"{model.Name} {Numbers.Short(model.Value)}"))}.",
        metric,
        "songs",
        ".3~g",
        models,
        baseline);
}
