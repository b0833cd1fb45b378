using HitSongs.Studies;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Tests on ranks: no assumption about the form of the distribution. Missing and infinite values are left out.</summary>
public static class RankTests
{
    private const string Cliff = "Cliff's delta";

    /// <summary>Mann-Whitney U of the first group, two-sided, with correction for ties and continuity; exact in small samples without ties.</summary>
    /// <returns>Effect: Cliff's δ = P(first &gt; second) − P(first &lt; second), −1 to 1, with DeLong's interval.</returns>
    public static StatisticalTest MannWhitney(IReadOnlyList<double> first, IReadOnlyList<double> second, string subject)
    {
        const string name = "Mann-Whitney U";
        var (a, b) = (Finite(first), Finite(second));
        var count = a.Length + b.Length;
        var ranks = Ranks.Of([.. a, .. b]);
        if (a.Length == 0 || b.Length == 0 || IsConstant(ranks, count))
            return new StatisticalTest(name, subject, count, double.NaN, null, double.NaN, new EffectSize(Cliff, double.NaN));

        var u = ranks.Values.AsSpan(0, a.Length).ToArray().Sum() - (a.Length * (a.Length + 1.0) / 2);
        var p = !ranks.HasTies && ExactMannWhitney.IsFeasible(a.Length, b.Length)
            ? ExactMannWhitney.TwoSided(a.Length, b.Length, u)
            : ByNormal(u, a.Length, b.Length, ranks.TieTerm);
        return new StatisticalTest(name, subject, count, u, null, p, Delta(a, b, ranks, u));
    }

    /// <summary>Kruskal-Wallis H with correction for ties: whether any group differs from the others. Empty groups are left out.</summary>
    /// <returns>Effect: ε² = H / (n − 1), 0 to 1.</returns>
    public static StatisticalTest KruskalWallis(IReadOnlyList<IReadOnlyList<double>> groups, string subject)
    {
        const string name = "Kruskal-Wallis H";
        const string measure = "epsilon squared";
        var finite = groups.Select(Finite).Where(group => group.Length > 0).ToList();
        var ranks = Ranks.Of(finite.SelectMany(group => group).ToArray());
        double n = ranks.Values.Length;
        if (finite.Count < 2 || IsConstant(ranks, ranks.Values.Length))
            return new StatisticalTest(name, subject, ranks.Values.Length, double.NaN, null, double.NaN, new EffectSize(measure, double.NaN));

        var (sum, start) = (0.0, 0);
        foreach (var group in finite)
        {
            var total = ranks.Values.AsSpan(start, group.Length).ToArray().Sum();
            sum += total * total / group.Length;
            start += group.Length;
        }

        var h = ((12 / (n * (n + 1)) * sum) - (3 * (n + 1))) / (1 - (ranks.TieTerm / ((n * n * n) - n)));
        h = Math.Max(h, 0);
        var degrees = finite.Count - 1;
        return new StatisticalTest(name, subject, (int)n, h, degrees, Tails.ChiSquared(h, degrees), new EffectSize(measure, h / (n - 1)));
    }

    internal static double[] Finite(IReadOnlyList<double> values) =>
        values is double[] array ? Array.FindAll(array, double.IsFinite) : values.Where(double.IsFinite).ToArray();

    private static bool IsConstant(Ranks ranks, double n) => ranks.TieTerm >= (n * n * n) - n;

    private static double ByNormal(double u, double a, double b, double tieTerm)
    {
        var n = a + b;
        var deviation = Math.Sqrt(a * b / 12 * (n + 1 - (tieTerm / (n * (n - 1)))));
        var z = (Math.Max(u, (a * b) - u) - (a * b / 2) - 0.5) / deviation;
        return Math.Min(1, z <= 0 ? 1 : Tails.TwoSidedNormal(z));
    }

    private static EffectSize Delta(double[] a, double[] b, Ranks pooled, double u)
    {
        double pairs = (double)a.Length * b.Length;
        var delta = (2 * u / pairs) - 1;
        if (a.Length < 2 || b.Length < 2)
            return new EffectSize(Cliff, delta);
        // DeLong: the area under the ROC curve is a mean of placements in each group.
        var variance = (PlacementVariance(pooled.Values.AsSpan(0, a.Length), Ranks.Of(a).Values, b.Length) / a.Length)
            + (PlacementVariance(pooled.Values.AsSpan(a.Length), Ranks.Of(b).Values, a.Length) / b.Length);
        var halfWidth = 2 * Tails.Normal95 * Math.Sqrt(variance);
        return new EffectSize(Cliff, delta, Math.Max(-1, delta - halfWidth), Math.Min(1, delta + halfWidth));
    }

    private static double PlacementVariance(ReadOnlySpan<double> pooled, double[] own, int others)
    {
        var placements = new double[own.Length];
        for (var i = 0; i < own.Length; i++)
            placements[i] = (pooled[i] - own[i]) / others;
        var mean = placements.Average();
        return placements.Sum(placement => (placement - mean) * (placement - mean)) / (own.Length - 1);
    }
}
