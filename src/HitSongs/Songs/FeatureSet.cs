namespace HitSongs.Songs;

/// <summary>Song features given to a model.</summary>
public enum FeatureSet
{
    /// <summary>The thirteen audio features.</summary>
    Audio,

    /// <summary>Audio, genre and subgenre.</summary>
    AudioAndGenre,

    /// <summary>Audio, genre, the release date's parts and what the titles say.</summary>
    All,
}
