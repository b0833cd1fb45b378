namespace HitSongs.Metrics;

/// <summary>A number that says how good predictions are, with what is needed to judge it.</summary>
/// <param name="Value">The metric itself; <see cref="double.NaN"/> where it is undefined (one class only).</param>
/// <param name="Low">Lower end of the 95 % interval, null where none was computed.</param>
/// <param name="High">Upper end of the 95 % interval, null where none was computed.</param>
/// <param name="Count">How many predictions it was computed from.</param>
/// <param name="Baseline">The same metric of the trivial model (mean popularity, share of hits).</param>
public sealed record Metric(double Value, double? Low, double? High, long Count, double? Baseline);
