namespace HitSongs.Pipeline.Analysis;

/// <summary>The distribution of Mann-Whitney's U without ties, by counting the orders that give each value.</summary>
internal static class ExactMannWhitney
{
    private const int LargestSmallerGroup = 8;
    private const int LargestProduct = 10_000;

    public static bool IsFeasible(int first, int second) => Math.Min(first, second) <= LargestSmallerGroup && (long)first * second <= LargestProduct;

    public static double TwoSided(int first, int second, double u)
    {
        // Counts are products of binomial coefficients' parts and overflow nothing as doubles; U's distribution has the generating function
        // Π (1 − x^(second+i)) / (1 − x^i) for i = 1 … first.
        var counts = new double[(first * second) + 1];
        counts[0] = 1;
        for (var i = 1; i <= first; i++)
        {
            for (var k = counts.Length - 1; k >= second + i; k--)
                counts[k] -= counts[k - second - i];
            for (var k = i; k < counts.Length; k++)
                counts[k] += counts[k - i];
        }

        var upper = Math.Max(u, ((double)first * second) - u);
        var (tail, all) = (0.0, counts.Sum());
        for (var k = (int)Math.Ceiling(upper); k < counts.Length; k++)
            tail += counts[k];
        return Math.Min(1, 2 * tail / all);
    }
}
