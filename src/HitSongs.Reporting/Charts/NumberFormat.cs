using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Charts;

/// <summary>Format of a chart's values.</summary>
/// <param name="Tick">At an axis.</param>
/// <param name="Told">In words and tables.</param>
internal sealed record NumberFormat(Func<double, string> Tick, Func<double, string> Told)
{
    public static NumberFormat Plain { get; } = new(Numbers.Short, Numbers.Short);

    public static NumberFormat Share { get; } = new(value => $"{value * 100:0.#} %", value => double.IsFinite(value) ? value.ToString("P1") : "–");
}
