namespace HitSongs.Pipeline.Reading;

/// <summary>The ranges of audio features that Spotify documents.</summary>
internal static class AudioRanges
{
    /// <summary>Whether a value lies in the range that Spotify documents; values outside are noted and kept. Missing values are in range.</summary>
    public static bool Hold(AudioFeature feature, double value)
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
