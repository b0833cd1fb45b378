namespace HitSongs.Reporting.Charts;

/// <summary>A value of something that has a name, with its 95 % interval and the number of cases behind it.</summary>
/// <param name="Low">Null where there is no interval; so <paramref name="High"/>.</param>
public sealed record NamedEstimate(string Name, double Value, double? Low, double? High, int Count);

/// <summary>A point of a curve, with its 95 % interval and the number of cases behind it.</summary>
/// <param name="Low">Null where there is no interval; so <paramref name="High"/>.</param>
public sealed record CurveEstimate(double X, double Y, double? Low, double? High, int Count);

/// <summary>A curve of several.</summary>
public sealed record NamedCurve(string Name, IReadOnlyList<CurveEstimate> Points);
