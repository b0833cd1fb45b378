using HitSongs.Pipeline;
using HitSongs.Pipeline.Analysis;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace HitSongs.Benchmarks.Synthesis;

/// <summary>A Gaussian copula of the audio features and release years of one genre: quantiles of each column, and correlations of normal scores around the
/// means of subgenres.</summary>
internal sealed class GenreCopula
{
    /// <summary>Quantiles of each column; every one is a mean over <see cref="SongsOfAKnot"/> songs, so that none is a song's.</summary>
    private const int Knots = 25;
    private const int SongsOfAKnot = 5;

    /// <summary>A subgenre's mean counts as if so many songs of the genre's mean were added.</summary>
    private const double Shrinkage = 6;

    private static readonly AudioFeature[] Counted = [AudioFeature.Key, AudioFeature.Mode, AudioFeature.TimeSignature];
    private static readonly AudioFeature[] Measured = [.. Enum.GetValues<AudioFeature>().Except(Counted)];

    private readonly double[][] knots;
    private readonly Matrix<double> factor;
    private readonly Dictionary<string, double[]> means;
    private readonly Dictionary<AudioFeature, double[]> counted;

    /// <param name="songs">Songs of one genre, with all their features and a year.</param>
    public GenreCopula(IReadOnlyList<LabelledSong> songs)
    {
        var columns = Enumerable.Range(0, Measured.Length + 1).Select(column => songs.Select(song => Values(song.Song)[column]).ToArray()).ToList();
        knots = [.. columns.Select(KnotsOf)];
        var scores = columns.ConvertAll(column => Ranks.Of(column).Values.Select(rank => Normal.InvCDF(0, 1, (rank - 0.5) / songs.Count)).ToArray());
        means = songs
            .Select((song, i) => (song.Song.Subgenre, i))
            .GroupBy(pair => pair.Subgenre, pair => pair.i, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => scores.Select(score => group.Average(i => score[i]) * group.Count() / (group.Count() + Shrinkage)).ToArray(),
                StringComparer.Ordinal
            );
        var rest = Matrix<double>.Build.Dense(songs.Count, scores.Count, (row, column) => scores[column][row] - means[songs[row].Song.Subgenre][column]);
        // A little on the diagonal keeps a small genre's matrix positive definite.
        factor = ((rest.TransposeThisAndMultiply(rest) / songs.Count) + (Matrix<double>.Build.DenseIdentity(scores.Count) * 0.01)).Cholesky().Factor;
        counted = Counted.ToDictionary(feature => feature, feature => songs.Select(song => song.Song[feature]).ToArray());
    }

    /// <summary>Measured features and the year, on scales on which they are not skewed.</summary>
    public static double[] Values(Song song) => [.. Measured.Select(feature => Straight(feature, song[feature])), song.Released!.Year];

    /// <returns>Audio features by position of <see cref="AudioFeature"/>, and a year.</returns>
    public (double[] Audio, int Year) Draw(string subgenre, SeededRandom random)
    {
        var noise = Vector<double>.Build.Dense(knots.Length, _ => random.Normal());
        var scores = (factor * noise) + Vector<double>.Build.Dense(means[subgenre]);
        var values = knots.Select((column, i) => Between(column, Normal.CDF(0, 1, scores[i]))).ToArray();
        var audio = new double[Enum.GetValues<AudioFeature>().Length];
        foreach (var (feature, i) in Measured.Select((feature, i) => (feature, i)))
            audio[(int)feature] = Written(feature, values[i]);
        foreach (var feature in Counted)
            audio[(int)feature] = counted[feature][random.Below(counted[feature].Length)];
        return (audio, (int)Math.Round(values[^1]));
    }

    private static double[] KnotsOf(double[] column)
    {
        var sorted = column.Order().ToArray();
        return [.. Enumerable.Range(0, Knots).Select(knot =>
        {
            var first = Math.Clamp((int)Math.Round(knot * (sorted.Length - 1.0) / (Knots - 1)) - (SongsOfAKnot / 2), 0, sorted.Length - SongsOfAKnot);
            return sorted.AsSpan(first, SongsOfAKnot).ToArray().Average();
        })];
    }

    private static double Between(double[] knots, double level)
    {
        var position = level * (knots.Length - 1);
        var below = Math.Min((int)position, knots.Length - 2);
        return knots[below] + ((position - below) * (knots[below + 1] - knots[below]));
    }

    private static double Straight(AudioFeature feature, double value) => Least(feature) is { } least ? Math.Log(Math.Max(value, 0) + least) : value;

    /// <summary>To the digits that files have.</summary>
    private static double Written(AudioFeature feature, double value)
    {
        if (Least(feature) is { } least)
            value = Math.Exp(value) - least;
        value = feature is AudioFeature.Loudness or AudioFeature.Tempo or AudioFeature.DurationMs ? value : Math.Clamp(value, 0, 1);
        var digits = feature switch
        {
            AudioFeature.DurationMs => 0,
            AudioFeature.Loudness or AudioFeature.Tempo => 3,
            _ => value <= 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 3, 8),
        };
        return value < 1e-6 && feature is AudioFeature.Instrumentalness ? 0 : Math.Round(value, digits);
    }

    private static double? Least(AudioFeature feature) => feature switch
    {
        AudioFeature.Instrumentalness => 1e-6,
        AudioFeature.Acousticness => 1e-5,
        AudioFeature.Speechiness or AudioFeature.Liveness => 1e-3,
        AudioFeature.DurationMs => 1,
        _ => null,
    };
}
