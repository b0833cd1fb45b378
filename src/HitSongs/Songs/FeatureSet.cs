namespace HitSongs.Songs;

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
