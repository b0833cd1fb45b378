namespace HitSongs.Pipeline.Features;

/// <summary>What a model is told of a song.</summary>
public enum FeatureSet
{
    /// <summary>The thirteen audio features.</summary>
    Audio,

    /// <summary>Audio, genre and subgenre.</summary>
    AudioAndGenre,

    /// <summary>Audio, genre, the release date's parts and what the titles say.</summary>
    All,
}

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
