using HitSongs.Reporting.Text;
using HitSongs.Songs;

namespace HitSongs.Reporting.Charts;

/// <summary>Middle halves and medians of the audio features, hits against others, every feature on its own scale of 0 to 1.</summary>
internal static class FeatureRanges
{
    public static Chart Of(SongProfile profile)
    {
        const string title = "How hits sound different";
        var features = profile.Features.GroupBy(summary => summary.Feature).ToList();
        var spans = features.SelectMany(Spans).ToList();
        var alt = "Median and middle half of each audio feature among hits and among others, each feature scaled to its own range."
            + Widest(features);
        return new Chart(
            "features",
            title,
            "Bars span the middle half of the songs, dots mark the median. 0 and 1 are the lowest and highest value shown in the table for that feature.",
            alt,
            new DataTable(
                ["Feature", "Songs", "Known", "Missing", "Low", "Lower quartile", "Median", "Upper quartile", "High"],
                [.. profile.Features.Select(TableRow)]))
        {
            Compose = width => RangeDrawing.Draw(width, spans, "Position in the feature's own range (0 to 1)", "Audio feature", (-0.02, 1.02)),
        };
    }

    private static IEnumerable<RangeDrawing.Span> Spans(IGrouping<string, FeatureSummary> feature)
    {
        var known = feature.Where(summary => summary.Count > 0).ToList();
        if (known.Count == 0)
        {
            yield break;
        }

        var low = known.Min(summary => summary.Low);
        var width = known.Max(summary => summary.High) - low;
        foreach (var summary in known)
        {
            var kind = summary.Hit ? "hits" : "others";
            var told =
                $"{Unit(feature.Key)}, {kind}: median {Numbers.Short(summary.Median)}, middle half {Numbers.Short(summary.Quartile1)} to "
                    + $"{Numbers.Short(summary.Quartile3)} ({summary.Count:N0} songs)";
            yield return new RangeDrawing.Span(
                Unit(feature.Key),
                summary.Hit,
                Scaled(summary.Quartile1),
                Scaled(summary.Median),
                Scaled(summary.Quartile3),
                told
            );
        }

        double Scaled(double value) => width > 0 && double.IsFinite(value) ? (value - low) / width : 0;
    }

    public static string Unit(string feature) => feature switch
    {
        "loudness" => "loudness (dB)",
        "tempo" => "tempo (beats/min)",
        "duration_ms" => "duration (ms)",
        "key" => "key (pitch class)",
        "time_signature" => "beats per bar",
        _ => feature,
    };

    private static string[] TableRow(FeatureSummary summary) =>
    [
        Unit(summary.Feature), summary.Hit ? "hits" : "others", $"{summary.Count:N0}", $"{summary.Missing:N0}", Numbers.Short(summary.Low),
        Numbers.Short(summary.Quartile1), Numbers.Short(summary.Median), Numbers.Short(summary.Quartile3), Numbers.Short(summary.High),
    ];

    private static string Widest(IEnumerable<IGrouping<string, FeatureSummary>> features)
    {
        var widest = features
            .Select(feature => (Name: feature.Key, Medians: Spans(feature).Select(span => span.Median).ToArray()))
            .Where(feature => feature.Medians.Length == 2)
            .OrderByDescending(feature => Math.Abs(feature.Medians[0] - feature.Medians[1]))
            .FirstOrDefault();
        return widest.Name is null ? "" : $" The medians differ most in {Unit(widest.Name)}.";
    }
}
