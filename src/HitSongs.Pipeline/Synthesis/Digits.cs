using System.Globalization;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Rounds to significant digits: figures say no more than they know, and a file of them stays small.</summary>
internal static class Digits
{
    public static double Round(double value, int digits) =>
        double.Parse(value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static double[] Round(IEnumerable<double> values, int digits) => values.Select(value => Round(value, digits)).ToArray();

    /// <summary>Weights that do nothing are left out of the file as 0.</summary>
    public static double[] RoundWeights(IEnumerable<double> values, double smallest) =>
        values.Select(value => Math.Abs(value) < smallest ? 0 : Round(value, 3)).ToArray();
}
