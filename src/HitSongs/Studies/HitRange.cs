namespace HitSongs.Studies;

/// <summary>Where hits lie in an audio feature, and where the other songs do.</summary>
/// <param name="Feature">In the feature's own unit; durations in milliseconds.</param>
/// <param name="Genre">Null for all genres together.</param>
/// <param name="Difference">Hits against others; the effect is Cliff's δ, above 0 where hits have more of it.</param>
public sealed record HitRange(AudioFeature Feature, string? Genre, HitBand Hits, HitBand Others, StatisticalTest Difference);

/// <summary>Quantiles of one feature in a group of songs, with intervals by a bootstrap over artists.</summary>
/// <param name="Songs">Those that have the feature.</param>
/// <param name="Low">10 % quantile.</param>
/// <param name="High">90 % quantile.</param>
public sealed record HitBand(int Songs, Estimate Low, Estimate Quartile1, Estimate Median, Estimate Quartile3, Estimate High);
