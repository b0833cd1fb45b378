namespace HitSongs.Pipeline.Features;

/// <summary>Where features come from: the audio features A, and the descriptive features D in three parts.</summary>
public enum FeatureGroup
{
    /// <summary>A: the thirteen audio features.</summary>
    Audio,

    /// <summary>D: genre and subgenre.</summary>
    Genre,

    /// <summary>D: what the release date says.</summary>
    Release,

    /// <summary>D: what the titles of song and album say, and how many artists there are.</summary>
    Title,
}
