using System.Runtime.InteropServices;
using HitSongs.Pipeline.Analysis;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Chance that a hit has more of something than another song of its cell: the area under the ROC curve without the contrast between cells.</summary>
internal static class CellConcordance
{
    private const int Resamples = 400;
    private const int Seed = 1;

    /// <summary>Cells with both hits and others; only those can say what tells them apart.</summary>
    public static IReadOnlyList<IReadOnlyList<LabelledSong>> MixedCells(IEnumerable<LabelledSong> songs) =>
        [.. songs.GroupBy(song => SongCell.Of(song.Song), StringComparer.Ordinal)
            .OrderBy(cell => cell.Key, StringComparer.Ordinal)
            .Select(cell => cell.ToList())
            .Where(cell => cell.Exists(song => song.Hit) && cell.Exists(song => !song.Hit))];

    /// <summary>Mann-Whitney U summed over strata (each pair counts once), with its normal approximation; the interval is a bootstrap over strata.</summary>
    /// <param name="strata">Songs are compared within each of them.</param>
    /// <param name="value">Songs for which it is <see cref="double.NaN"/> are left out.</param>
    /// <param name="comparable">Within a stratum, songs are compared with those alone that have the same; null for all.</param>
    public static StatisticalTest Of(
        IReadOnlyList<IReadOnlyList<LabelledSong>> strata, Func<LabelledSong, double> value, string subject, Func<LabelledSong, int>? comparable = null)
    {
        var parts = strata
            .Select(songs => Sum(songs.GroupBy(song => comparable?.Invoke(song) ?? 0).Select(part => Part(part, value))))
            .Where(part => part.Pairs > 0)
            .ToList();
        var (u, pairs, variance) = (parts.Sum(part => part.U), parts.Sum(part => part.Pairs), parts.Sum(part => part.Variance));
        var p = variance > 0 ? Tails.TwoSidedNormal((u - (pairs / 2)) / Math.Sqrt(variance)) : double.NaN;
        var interval = Resampled.Of(u / pairs, Draws(parts));
        return new StatisticalTest(
            "Stratified Mann-Whitney", $"{subject}: hits against others of the same playlist", parts.Sum(part => part.Songs), u, null, p,
            new EffectSize("concordance", interval.Value, interval.Low, interval.High));
    }

    private static StratumPart Sum(IEnumerable<StratumPart> parts) =>
        parts.Aggregate((a, b) => new StratumPart(a.Songs + b.Songs, a.U + b.U, a.Pairs + b.Pairs, a.Variance + b.Variance));

    private static StratumPart Part(IEnumerable<LabelledSong> songs, Func<LabelledSong, double> value)
    {
        var known = songs.Where(song => double.IsFinite(value(song))).ToList();
        var ranks = Ranks.Of(known.ConvertAll(song => value(song)).ToArray());
        double hits = known.Count(song => song.Hit), others = known.Count - hits, n = known.Count;
        if (hits == 0 || others == 0)
            return new StratumPart(0, 0, 0, 0);
        var sum = known.Select((song, i) => song.Hit ? ranks.Values[i] : 0).Sum();
        var variance = hits * others / 12 * (n + 1 - (ranks.TieTerm / (n * (n - 1))));
        return new StratumPart(known.Count, sum - (hits * (hits + 1) / 2), hits * others, variance);
    }

    private static IEnumerable<double> Draws(List<StratumPart> parts) =>
        from times in UnitDraws.Times(parts.Count, Resamples, Seed)
        let drawn = parts.Zip(times)
        select drawn.Sum(pair => pair.Second * pair.First.U) / drawn.Sum(pair => pair.Second * pair.First.Pairs);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct StratumPart(int Songs, double U, double Pairs, double Variance);
}
