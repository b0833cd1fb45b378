namespace HitSongs.Pipeline.Thresholds;

/// <summary>Values of a model's metric in repeated evaluations.</summary>
/// <param name="Values">At least two; NaN where the metric was undefined.</param>
public sealed record MetricSpread(IReadOnlyList<double> Values)
{
    /// <summary>Probability, over the repeats, that at least the share asked for lies within the bounds.</summary>
    public const double Confidence = 0.95;

    /// <summary>Whether it was a number in every repeat: nothing can be said of the others.</summary>
    public bool IsDefined => Values.All(double.IsFinite);

    public double Mean => Values.Average();

    /// <summary>Standard deviation of one evaluation.</summary>
    public double Deviation => Math.Sqrt(Values.Sum(value => Math.Pow(value - Mean, 2)) / (Values.Count - 1));

    /// <summary>Between these lies an evaluation on each side with the probability asked for: normal tolerance bounds.</summary>
    /// <param name="share">Above 0.5 and below 1.</param>
    public (double Low, double High) Bounds(double share)
    {
        var reach = Deviation == 0 ? 0 : ToleranceFactor.Of(Values.Count, share, Confidence) * Deviation;
        return (Mean - reach, Mean + reach);
    }
}
