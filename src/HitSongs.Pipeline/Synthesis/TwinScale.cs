using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>The continuous columns of a twin and the scale in which each is described: logarithms where a column is skewed.</summary>
internal static class TwinScale
{
    public static readonly IReadOnlyList<AudioFeature> Audio =
    [
        AudioFeature.Danceability, AudioFeature.Energy, AudioFeature.Loudness, AudioFeature.Speechiness, AudioFeature.Acousticness,
        AudioFeature.Instrumentalness, AudioFeature.Liveness, AudioFeature.Valence, AudioFeature.Tempo, AudioFeature.DurationMs,
    ];

    /// <summary>Position of the release year, after the audio.</summary>
    public static readonly int Year = Audio.Count;

    public static readonly int Count = Audio.Count + 1;

    public static readonly IReadOnlyList<string> Names = [.. Audio.Select(feature => AudioColumns.Names[(int)feature]), SongColumns.ReleaseYear];

    /// <summary>Columns whose squares have weights: popularity is highest in their middle.</summary>
    public static readonly IReadOnlyList<int> Squared = [1, 2, 4, 5, 8, 9, 10];

    /// <summary>What is added before the logarithm; 0 for columns on their own scale.</summary>
    private static readonly double[] Offsets = [0, 0, 0, 1e-3, 1e-5, 1e-6, 1e-3, 0, 0, 1, 0];

    public static double[] Values(Song song) =>
        [.. Audio.Select(feature => song[feature]), song.Released?.Year ?? double.NaN];

    public static double ToScale(int column, double value) =>
        Offsets[column] == 0 ? value : PortableMath.Log(Math.Max(value, 0) + Offsets[column]);

    public static double FromScale(int column, double scaled) =>
        Offsets[column] == 0 ? scaled : Math.Max(PortableMath.Exp(scaled) - Offsets[column], 0);

    /// <summary>A value for the linear models: duration in logarithms, all others as they are, in standard deviations, outliers held at six.</summary>
    public static double Standardise(int column, double value, TwinParameters parameters) => Standardise(column, value, parameters.Means[column], parameters.Deviations[column]);

    public static double Standardise(int column, double value, double mean, double deviation) =>
        Math.Clamp((ForWeights(column, value) - mean) / deviation, -6, 6);

    public static double ForWeights(int column, double value) => column == 9 ? PortableMath.Log(Math.Max(value, 1)) : value;
}
