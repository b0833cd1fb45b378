using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace HitSongs.Pipeline.Thresholds;

/// <summary>Bound on nearly all further draws, in standard deviations beyond the mean of a few, if they come from a normal distribution.</summary>
/// <remarks>
/// The one-sided tolerance factor: a quantile of the noncentral t distribution divided by the root of the number of draws. Unlike the quantile of the normal
/// distribution it knows that mean and deviation are themselves estimated: with 30 draws it is 4.02 for 99.9 %, with endlessly many 3.09.
/// </remarks>
public static class ToleranceFactor
{
    private const int Nodes = 400;
    private const double Precision = 1e-7;

    // Chi over the root of its degrees of freedom is near 1; beyond these it has no weight that counts, from 2 draws on.
    private const double Largest = 8;

    /// <param name="draws">2 or more.</param>
    /// <param name="share">Of all further draws that stay within, above 0.5 and below 1.</param>
    /// <param name="confidence">Probability, over the draws, that at least this share does, above 0.5 and below 1.</param>
    public static double Of(int draws, double share, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        var centre = Normal.InvCDF(0, 1, share) * Math.Sqrt(draws);
        var (low, high) = (0.0, 1.0);
        while (Reached(high, centre, draws - 1) < confidence)
            high *= 2;
        while (high - low > Precision * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Reached(middle, centre, draws - 1) < confidence ? (middle, high) : (low, middle);
        }

        return high / Math.Sqrt(draws);
    }

    // The noncentral t's distribution function: the normal one, averaged over what the estimated deviation may be.
    private static double Reached(double t, double centre, int freedom)
    {
        var deviation = new Chi(freedom);
        var root = Math.Sqrt(freedom);
        return GaussLegendreRule.Integrate(u => Normal.CDF(centre, 1, t * u) * deviation.Density(u * root) * root, 0, Largest, Nodes);
    }
}
