namespace HitSongs.Pipeline.Features;

/// <summary>A number of a song; <see cref="double.NaN"/> where it is not known.</summary>
/// <param name="Name">Column name, such as "energy".</param>
/// <param name="Of">Sees nothing but <see cref="SongFacts"/>, which cannot know the label.</param>
public sealed record NumberFeature(string Name, FeatureGroup Group, Func<SongFacts, double> Of);

/// <summary>A category of a song; empty where it is not known.</summary>
/// <inheritdoc cref="NumberFeature"/>
public sealed record CategoryFeature(string Name, FeatureGroup Group, Func<SongFacts, string> Of);
