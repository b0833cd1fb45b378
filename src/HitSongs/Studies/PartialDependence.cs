using HitSongs.Songs;

namespace HitSongs.Studies;

/// <summary>A model's predictions when one audio feature of every song is set to the same value: the mean, and how songs differ in it.</summary>
/// <remarks>It shows the model, not the world: the other features stay, so that songs arise that nobody would record.</remarks>
/// <param name="Set">What the model is told.</param>
/// <param name="Genre">Null for all songs.</param>
/// <param name="Points">At the 5, 25, 50, 75 and 95 % quantiles of the feature.</param>
/// <param name="Rising">Share of songs whose own curve (ICE) ends higher than it starts.</param>
public sealed record PartialDependence(FeatureSet Set, AudioFeature Feature, string? Genre, IReadOnlyList<DependencePoint> Points, double Rising);

/// <summary>One point of a curve.</summary>
/// <param name="Value">Of the feature, in its own unit.</param>
/// <param name="Mean">Mean predicted probability of a hit.</param>
/// <param name="Low">10 % quantile, over songs, of the change since the first point.</param>
/// <param name="High">90 % quantile of it.</param>
public sealed record DependencePoint(double Value, double Mean, double Low, double High);
