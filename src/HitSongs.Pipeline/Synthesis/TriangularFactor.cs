namespace HitSongs.Pipeline.Synthesis;

/// <summary>Cholesky's factor, by sums, products and square roots alone so that it is the same on every machine.</summary>
internal static class TriangularFactor
{
    /// <param name="lower">Lower triangle of a covariance, row by row; rounding may have made it slightly indefinite.</param>
    public static double[,] Of(IReadOnlyList<double> lower, int size)
    {
        // Correlations are drawn to 0 by a hundredth at a time until the factor exists; at 0 it does.
        for (var keep = 1.0; ; keep = Math.Max(0, keep - 0.01))
        {
            if (TryFactor(lower, size, keep) is { } factor)
                return factor;
        }
    }

    private static double[,]? TryFactor(IReadOnlyList<double> lower, int size, double keep)
    {
        var factor = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = i == j ? Math.Max(lower[Index(i, j)], 1e-6) : keep * lower[Index(i, j)];
                for (var k = 0; k < j; k++)
                    sum -= factor[i, k] * factor[j, k];
                if (i == j && sum <= 1e-9)
                    return null;
                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }

        return factor;
    }

    private static int Index(int i, int j) => (i * (i + 1) / 2) + j;
}
