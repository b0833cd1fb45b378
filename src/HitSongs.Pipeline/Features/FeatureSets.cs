using HitSongs.Songs;

namespace HitSongs.Pipeline.Features;

/// <summary>The groups of a set.</summary>
public static class FeatureSets
{
    public static IReadOnlyList<FeatureGroup> Groups(this FeatureSet set) => set switch
    {
        FeatureSet.Audio => [FeatureGroup.Audio],
        FeatureSet.AudioAndGenre => [FeatureGroup.Audio, FeatureGroup.Genre],
        _ => [FeatureGroup.Audio, FeatureGroup.Genre, FeatureGroup.Release, FeatureGroup.Title],
    };
}
