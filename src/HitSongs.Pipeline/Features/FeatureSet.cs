namespace HitSongs.Pipeline;

/// <summary>What a model is told of a song.</summary>
public enum FeatureSet
{
    /// <summary>The thirteen audio features.</summary>
    Audio,

    /// <summary>Audio, and genre and subgenre as one-hot columns.</summary>
    AudioAndGenre,

    /// <summary>Audio, genre, and the release's year, month and season.</summary>
    All,
}
