namespace HitSongs.Studies;

/// <summary>A figure with its 95 % interval; the ends are <see cref="double.NaN"/> where none is computed.</summary>
public sealed record Estimate(double Value, double Low = double.NaN, double High = double.NaN);
