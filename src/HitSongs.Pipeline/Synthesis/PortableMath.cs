namespace HitSongs.Pipeline.Synthesis;

/// <summary>
/// Exponential, logarithm and the normal distribution from sums, products, quotients and square roots alone: these are exact to the last bit on every
/// machine, the mathematical libraries of operating systems are not. Right to about 1e-13 of the value (the normal tail to 1e-7), which is beyond what songs are written with.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.6931471805599453;

    /// <param name="x">−700 to 700.</param>
    public static double Exp(double x)
    {
        var halvings = (int)Math.Floor((x / Ln2) + 0.5);
        var rest = x - (halvings * Ln2);
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k <= 18; k++)
        {
            term *= rest / k;
            sum += term;
        }

        return Math.ScaleB(sum, halvings);
    }

    /// <param name="x">Above 0.</param>
    public static double Log(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        // ln m = 2 artanh((m − 1) / (m + 1)); between 0.7 and 1.4 the series ends soon.
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        var ratio = (mantissa - 1) / (mantissa + 1);
        var (sum, power) = (0.0, ratio);
        for (var k = 1; k <= 39; k += 2)
        {
            sum += power / k;
            power *= ratio * ratio;
        }

        return (2 * sum) + (exponent * Ln2);
    }

    /// <summary>1 / (1 + e^−x).</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(Math.Clamp(-x, -700, 700)));

    /// <summary>Share of the normal distribution below z.</summary>
    public static double NormalShare(double z)
    {
        if (z > 0)
            return 1 - NormalShare(-z);
        if (z < -8)
            return 0;
        // Marsaglia (2004): Φ(z) = ½ + φ(z) Σ z^(2k+1) / (1·3·…·(2k+1)).
        var (sum, term) = (z, z);
        for (var k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return Math.Max(0, 0.5 + (sum * Exp(-z * z / 2) * 0.3989422804014327));
    }

    /// <summary>The z below which a share of the normal distribution lies (Acklam's approximation and one step of Halley's).</summary>
    /// <param name="share">0 to 1, both excluded; held between 1e-12 and 1 − 1e-12.</param>
    public static double NormalQuantile(double share)
    {
        share = Math.Clamp(share, 1e-12, 1 - 1e-12);
        var z = share < 0.02425 ? Tail(share) : share > 1 - 0.02425 ? -Tail(1 - share) : Centre(share - 0.5);
        var error = (NormalShare(z) - share) * 2.5066282746310002 * Exp(z * z / 2);
        return z - (error / (1 + (z * error / 2)));
    }

    private static double Centre(double distance)
    {
        var r = distance * distance;
        return ((((((((((-3.969683028665376e+01 * r) + 2.209460984245205e+02) * r) - 2.759285104469687e+02) * r) + 1.383577518672690e+02) * r) - 3.066479806614716e+01) * r) + 2.506628277459239e+00)
            * distance
            / ((((((((((-5.447609879822406e+01 * r) + 1.615858368580409e+02) * r) - 1.556989798598866e+02) * r) + 6.680131188771972e+01) * r) - 1.328068155288572e+01) * r) + 1);
    }

    private static double Tail(double share)
    {
        var q = Math.Sqrt(-2 * Log(share));
        return ((((((((((-7.784894002430293e-03 * q) - 3.223964580411365e-01) * q) - 2.400758277161838e+00) * q) - 2.549732539343734e+00) * q) + 4.374664141464968e+00) * q) + 2.938163982698783e+00)
            / ((((((((7.784695709041462e-03 * q) + 3.224671290700398e-01) * q) + 2.445134137142996e+00) * q) + 3.754408661907416e+00) * q) + 1);
    }
}
