namespace HitSongs.Pipeline;

/// <summary>Whether a value differs between groups when songs are compared with songs of their own stratum alone.</summary>
internal static class StratifiedPermutation
{
    private const string Name = "Permutation within strata";
    private const string Measure = "eta squared of ranks within strata";

    /// <summary>Shuffles the groups within each stratum; the statistic is the share of the ranks' variance within strata that lies between groups.</summary>
    /// <param name="values">Finite, one per song.</param>
    /// <param name="groups">0 or more, one per song.</param>
    /// <param name="strata">One per song. A stratum with one song, or one group, has nothing to say.</param>
    /// <param name="permutations">The smallest possible p is 1 / (permutations + 1).</param>
    /// <returns><see cref="StatisticalTest.Count"/> is the number of songs in strata with several groups.</returns>
    public static StatisticalTest Test(
        IReadOnlyList<double> values, IReadOnlyList<int> groups, IReadOnlyList<string> strata, string subject, int permutations, int seed)
    {
        var parts = Enumerable.Range(0, values.Count).GroupBy(i => strata[i], StringComparer.Ordinal)
            .Select(part => part.ToArray()).Where(part => part.Select(i => groups[i]).Distinct().Count() > 1).ToList();
        var count = parts.Sum(part => part.Length);
        var residuals = Residuals(values, parts);
        var total = residuals.Sum(residual => residual * residual);
        if (count < 2 || total <= 0)
            return new StatisticalTest(Name, subject, count, double.NaN, null, double.NaN, new EffectSize(Measure, double.NaN));

        var (labels, starts) = (parts.SelectMany(part => part.Select(i => groups[i])).ToArray(), Starts(parts));
        var sizes = new double[labels.Max() + 1];
        foreach (var label in labels)
            sizes[label]++;
        var seen = Between(residuals, labels, sizes);
        var random = new SeededRandom(seed);
        var asLarge = 0;
        for (var i = 0; i < permutations; i++)
        {
            for (var part = 0; part < parts.Count; part++)
                random.Shuffle(labels.AsSpan(starts[part], parts[part].Length));
            // Sums of the same numbers in another order differ in their last digits.
            asLarge += Between(residuals, labels, sizes) >= seen * (1 - 1e-12) ? 1 : 0;
        }

        return new StatisticalTest(Name, subject, count, seen, null, (1.0 + asLarge) / (1 + permutations), new EffectSize(Measure, seen / total));
    }

    /// <summary>Ranks less the mean rank of their stratum, stratum by stratum.</summary>
    private static double[] Residuals(IReadOnlyList<double> values, List<int[]> parts)
    {
        var ranks = Ranks.Of(parts.SelectMany(part => part.Select(i => values[i])).ToArray()).Values;
        var start = 0;
        foreach (var part in parts)
        {
            var own = ranks.AsSpan(start, part.Length);
            var mean = own.ToArray().Average();
            foreach (ref var rank in own)
                rank -= mean;
            start += part.Length;
        }

        return ranks;
    }

    private static int[] Starts(List<int[]> parts)
    {
        var starts = new int[parts.Count];
        for (var i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + parts[i - 1].Length;
        return starts;
    }

    private static double Between(double[] residuals, int[] labels, double[] sizes)
    {
        Span<double> sums = stackalloc double[sizes.Length];
        sums.Clear();
        for (var i = 0; i < residuals.Length; i++)
            sums[labels[i]] += residuals[i];
        var between = 0.0;
        for (var group = 0; group < sizes.Length; group++)
            between += sizes[group] > 0 ? sums[group] * sums[group] / sizes[group] : 0;
        return between;
    }
}
