using HitSongs.Metrics;

namespace HitSongs.Pipeline.Metrics;

/// <summary>The receiver operating characteristic, for drawing.</summary>
public static class RocCurve
{
    /// <summary>The curve from (0, 0) to (1, 1), thinned evenly to at most <paramref name="maximumPoints"/> points.</summary>
    /// <param name="scores">One finite score per row.</param>
    /// <param name="hits">One label per row.</param>
    /// <param name="maximumPoints">2 or more.</param>
    /// <returns>No points where there are not both hits and others.</returns>
    public static IReadOnlyList<RocPoint> Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, int maximumPoints = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumPoints, 2);
        var counts = new List<(double Others, double Hits)> { (0, 0) };
        foreach (var tie in new ScoreTies(scores, hits, default))
            counts.Add((counts[^1].Others + tie.Others, counts[^1].Hits + tie.Hits));

        var (others, positives) = counts[^1];
        if (others == 0 || positives == 0)
            return [];
        return Thin(counts, maximumPoints).Select(c => new RocPoint(c.Others / others, c.Hits / positives)).ToList();
    }

    private static IEnumerable<T> Thin<T>(List<T> points, int maximum)
    {
        if (points.Count <= maximum)
            return points;
        return Enumerable.Range(0, maximum).Select(i => points[(int)((long)i * (points.Count - 1) / (maximum - 1))]);
    }
}
