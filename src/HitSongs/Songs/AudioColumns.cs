namespace HitSongs.Songs;

/// <summary>Names of the audio features.</summary>
public static class AudioColumns
{
    /// <summary>Column names in the public files, by position of <see cref="AudioFeature"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness",
        "instrumentalness", "liveness", "valence", "tempo", "duration_ms", "time_signature",
    ];
}
