namespace HitSongs.Cli.Reporting;

/// <summary>Where the hits of each genre lie on one feature.</summary>
public static class HitRangeChart
{
    /// <param name="feature">Its name and unit, such as "tempo (beats/min)".</param>
    public static Chart Of(string id, string feature, IReadOnlyList<HitRange> ranges) => IntervalChart.Of(
        id,
        $"Where hits lie: {feature}",
        "Dots are medians; bars hold the middle half of a genre's hits. The number of hits stands beside the genre.",
        $"Range of {feature} among the hits of {ranges.Count} genres"
            + (ranges.MaxBy(range => range.Median) is { } most && ranges.MinBy(range => range.Median) is { } least ? $": the median is highest in {most.Genre} ({Numbers.Short(most.Median)}) and lowest in {least.Genre} ({Numbers.Short(least.Median)})." : "."),
        Words.Title(feature),
        "hits",
        ".3~g",
        [.. ranges.Select(range => new NamedEstimate(range.Genre, range.Median, range.Low, range.High, range.Count))]);
}
