namespace HitSongs.Pipeline.Synthesis;

/// <summary>Quantiles from which no single value can be read.</summary>
internal static class TwinKnots
{
    /// <summary>Each figure is a mean over at least so many songs.</summary>
    public const int Fewest = 5;

    private const double WindowShare = 0.02;

    public static readonly IReadOnlyList<double> Levels = [0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 1];

    /// <param name="values">At least <see cref="Fewest"/>.</param>
    /// <returns>By level: the mean of the values around it; the outermost are means of the five lowest and highest, so that no record is told.</returns>
    public static double[] Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return Levels.Select(level => Around(sorted, level)).ToArray();
    }

    private static double Around(double[] sorted, double level)
    {
        var centre = level * (sorted.Length - 1);
        // The window of an end must not grow with the group, or a large genre would lose its tails.
        var inner = level is > 0 and < 1;
        var half = inner ? Math.Max((Fewest - 1) / 2, (int)(sorted.Length * WindowShare / 2)) : (Fewest - 1) / 2;
        var start = Math.Clamp((int)Math.Round(centre) - half, 0, Math.Max(0, sorted.Length - (2 * half) - 1));
        var window = sorted.AsSpan(start, Math.Min((2 * half) + 1, sorted.Length));
        var sum = 0.0;
        foreach (var value in window)
            sum += value;
        return sum / window.Length;
    }
}
