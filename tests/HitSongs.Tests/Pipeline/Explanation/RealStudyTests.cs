using HitSongs.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Explanation;

public sealed class RealStudyTests
{
    [Test]
    public void Probe()
    {
        var data = SongFiles.Read(RealSongs.Paths());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var release = ReleaseStudy.Of(data);
        TestContext.Out.WriteLine($"release {clock.Elapsed}");
        foreach (var t in release.Overall.Concat(release.ByGenre))
            TestContext.Out.WriteLine($"{t.Subset.Id,-16} {t.Period} {t.Genre,-12} n={t.Popularity.Count} H={t.Popularity.Statistic:0.0} p={t.Popularity.P:0.0000} e={t.Popularity.Effect.Value:0.000} q={t.Popularity.Q:0.000}; chi p={t.Hits.P:0.0000} V={t.Hits.Effect.Value:0.00}; strat n={t.Stratified.Count} p={t.Stratified.P:0.0000} q={t.Stratified.Q:0.000} e={t.Stratified.Effect.Value:0.0000}");
        foreach (var s in release.Periods)
            TestContext.Out.WriteLine($"{s.Name} {s.Songs} {s.HitShare:0.000} {s.MedianPopularity}");
        clock.Restart();
        var ranges = RangeStudy.Of(data);
        TestContext.Out.WriteLine($"ranges {clock.Elapsed} cells {ranges.Cells} {ranges.SongsInCells}");
        foreach (var r in ranges.Overall.Concat(ranges.ByGenre.Where(r => r.Difference.Q < 0.05)))
            TestContext.Out.WriteLine($"{r.Genre,-10} {r.Feature,-16} {r.Hits.Quartile1.Value:0.###} {r.Hits.Median.Value:0.###} ({r.Hits.Median.Low:0.###}..{r.Hits.Median.High:0.###}) {r.Hits.Quartile3.Value:0.###} vs {r.Others.Quartile1.Value:0.###} {r.Others.Median.Value:0.###} {r.Others.Quartile3.Value:0.###} d={r.Difference.Effect.Value:0.00} q={r.Difference.Q:0.0000}");
        foreach (var r in ranges.WithinCells)
            TestContext.Out.WriteLine($"{r.Subject} n={r.Count} {r.Effect.Value:0.000} {r.Effect.Low:0.000}..{r.Effect.High:0.000} p={r.P:0.0000} q={r.Q:0.000}");
    }
}
