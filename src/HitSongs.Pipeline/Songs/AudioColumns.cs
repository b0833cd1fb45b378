namespace HitSongs.Pipeline.Songs;

/// <summary>Names and documented ranges of the audio features.</summary>
public static class AudioColumns
{
    /// <summary>Column names in the public files, by position of <see cref="AudioFeature"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness",
        "instrumentalness", "liveness", "valence", "tempo", "duration_ms", "time_signature",
    ];

    /// <summary>Whether a value lies in the range that Spotify documents; values outside are noted and kept. Missing values are in range.</summary>
    internal static bool IsInRange(AudioFeature feature, double value)
    {
        var (low, high) = feature switch
        {
            AudioFeature.Key => (-1.0, 11.0),
            AudioFeature.Loudness => (-60.0, 5.0),
            AudioFeature.Tempo => (0.0, 300.0),
            AudioFeature.DurationMs => (1_000.0, 10_800_000.0),
            AudioFeature.TimeSignature => (0.0, 7.0),
            _ => (0.0, 1.0),
        };
        return double.IsNaN(value) || (value >= low && value <= high);
    }
}
