namespace HitSongs.Metrics;

/// <summary>One point of a receiver operating characteristic.</summary>
public sealed record RocPoint(double FalsePositiveRate, double TruePositiveRate);
