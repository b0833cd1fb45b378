using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Intervals by resampling.</summary>
internal static class Resampled
{
    private const double LowShare = 0.025;

    /// <summary>The value with the percentiles of what resampling made of it.</summary>
    /// <param name="draws">Undefined ones are left out; with fewer than ten there is no interval.</param>
    public static Estimate Of(double value, IEnumerable<double> draws)
    {
        var defined = draws.Where(double.IsFinite).Order().ToArray();
        return defined.Length < 10
            ? new Estimate(value)
            : new Estimate(value, Quantiles.OfSorted(defined, LowShare), Quantiles.OfSorted(defined, 1 - LowShare));
    }
}
