using System.Runtime.InteropServices;
using HitSongs.Pipeline.Analysis;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Whether a value differs between groups when songs are compared with songs of their own stratum alone.</summary>
internal static class StratifiedPermutation
{
    private const string Name = "Permutation within strata";
    private const string Measure = "eta squared of ranks within strata";

    /// <summary>Shuffles the groups of whole units within each stratum; the statistic is the share of the ranks' variance within strata that lies between
    /// groups.</summary>
    /// <param name="songs">A unit with one group and one stratum, such as the songs of one release, is exchanged as a whole: they did not get their dates
    /// one by one.</param>
    /// <param name="permutations">The smallest possible p is 1 / (permutations + 1).</param>
    /// <returns><see cref="StatisticalTest.Count"/> is the number of songs in strata with several groups; others have nothing to say.</returns>
    public static StatisticalTest Test(IReadOnlyList<StratifiedSong> songs, string subject, int permutations, int seed)
    {
        var strata = songs.GroupBy(song => song.Stratum, StringComparer.Ordinal)
            .Select(stratum => stratum.ToList()).Where(stratum => stratum.Select(song => song.Group).Distinct().Count() > 1).ToList();
        var count = strata.Sum(stratum => stratum.Count);
        var units = Units(strata, out var total);
        if (count < 2 || total <= 0)
            return new StatisticalTest(Name, subject, count, double.NaN, null, double.NaN, new EffectSize(Measure, double.NaN));

        var all = units.SelectMany(stratum => stratum).ToArray();
        var labels = all.Select(unit => unit.Group).ToArray();
        var groups = labels.Max() + 1;
        var seen = Between(all, labels, groups);
        var random = new SeededRandom(seed);
        var asLarge = 0;
        for (var i = 0; i < permutations; i++)
        {
            var start = 0;
            foreach (var stratum in units)
            {
                random.Shuffle(labels.AsSpan(start, stratum.Length));
                start += stratum.Length;
            }

            // Sums of the same numbers in another order differ in their last digits.
            asLarge += Between(all, labels, groups) >= seen * (1 - 1e-12) ? 1 : 0;
        }

        return new StatisticalTest(Name, subject, count, seen, null, (1.0 + asLarge) / (1 + permutations), new EffectSize(Measure, seen / total));
    }

    /// <summary>The units of each stratum, with the sum of their songs' ranks less the mean rank of the stratum.</summary>
    /// <param name="total">Sum of squares of those ranks.</param>
    private static List<Unit[]> Units(List<List<StratifiedSong>> strata, out double total)
    {
        var ranks = Ranks.Of(strata.SelectMany(stratum => stratum.Select(song => song.Value)).ToArray()).Values;
        var (units, start) = (new List<Unit[]>(), 0);
        total = 0;
        foreach (var stratum in strata)
        {
            var own = ranks.Skip(start).Take(stratum.Count).ToArray();
            var mean = own.Average();
            total += own.Sum(rank => (rank - mean) * (rank - mean));
            units.Add([
                .. stratum
                    .Zip(own)
                    .GroupBy(pair => (pair.First.Unit, pair.First.Group))
                    .Select(unit => new Unit(unit.Key.Group, unit.Count(), unit.Sum(pair => pair.Second - mean))),
            ]);
            start += stratum.Count;
        }

        return units;
    }

    private static double Between(Unit[] units, int[] labels, int groups)
    {
        Span<double> sums = stackalloc double[groups];
        Span<double> sizes = stackalloc double[groups];
        sums.Clear();
        sizes.Clear();
        for (var i = 0; i < units.Length; i++)
        {
            sums[labels[i]] += units[i].Sum;
            sizes[labels[i]] += units[i].Songs;
        }

        var between = 0.0;
        for (var group = 0; group < groups; group++)
            between += sizes[group] > 0 ? sums[group] * sums[group] / sizes[group] : 0;
        return between;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Unit(int Group, int Songs, double Sum);
}

/// <summary>A song in a stratified comparison.</summary>
/// <param name="Value">Finite.</param>
/// <param name="Group">0 or more, below a hundred.</param>
internal readonly record struct StratifiedSong(double Value, int Group, string Stratum, string Unit);
