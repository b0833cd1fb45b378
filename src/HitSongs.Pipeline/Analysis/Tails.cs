using MathNet.Numerics;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Tail probabilities, accurate also where they are very small (never as 1 minus a number near 1).</summary>
internal static class Tails
{
    /// <summary>97.5 % quantile of the normal distribution.</summary>
    public const double Normal95 = 1.959963984540054;

    public static double TwoSidedNormal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    public static double TwoSidedStudent(double t, double degrees) =>
        double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (t * t)));

    public static double ChiSquared(double statistic, double degrees) =>
        statistic <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2, statistic / 2);
}
