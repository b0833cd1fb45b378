namespace HitSongs.Pipeline.Explanation;

/// <summary>A figure with its 95 % interval; the ends are <see cref="double.NaN"/> where none is computed.</summary>
public sealed record Estimate(double Value, double Low = double.NaN, double High = double.NaN)
{
    private const double LowShare = 0.025;

    /// <summary>The value with the percentiles of what resampling made of it.</summary>
    /// <param name="draws">Undefined ones are left out; with fewer than ten there is no interval.</param>
    internal static Estimate Of(double value, IEnumerable<double> draws)
    {
        var defined = draws.Where(double.IsFinite).Order().ToArray();
        return defined.Length < 10
            ? new Estimate(value)
            : new Estimate(value, Quantiles.OfSorted(defined, LowShare), Quantiles.OfSorted(defined, 1 - LowShare));
    }
}
