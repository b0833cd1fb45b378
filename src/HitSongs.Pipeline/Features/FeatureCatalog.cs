using HitSongs.Songs;

namespace HitSongs.Pipeline.Features;

/// <summary>Every feature that there is, by group.</summary>
public static class FeatureCatalog
{
    /// <summary>Genre; subgenre within its genre ("classic" rock and "classic" jazz are different); and subgenre by its name alone, which genres
    /// share.</summary>
    public static IReadOnlyList<CategoryFeature> Categories { get; } =
    [
        new("genre", FeatureGroup.Genre, song => song.Genre),
        new("subgenre", FeatureGroup.Genre, song => $"{song.Genre}/{song.Subgenre}"),
        new("style", FeatureGroup.Genre, song => song.Subgenre),
    ];

    private static readonly IReadOnlyList<NumberFeature> Audio =
        AudioColumns.Names.Select((name, i) => new NumberFeature(name, FeatureGroup.Audio, song => song[(AudioFeature)i])).ToList();

    /// <summary>The numbers of a set: audio, release, titles.</summary>
    public static IReadOnlyList<NumberFeature> Numbers(FeatureSet set) =>
        [.. new[] { Audio, ReleaseFeatures.All, TitleFeatures.All }.SelectMany(part => part).Where(feature => set.Groups().Contains(feature.Group))];
}
