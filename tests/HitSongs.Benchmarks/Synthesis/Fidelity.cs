using System.Globalization;
using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using MathNet.Numerics.Statistics;

namespace HitSongs.Benchmarks.Synthesis;

/// <summary>Draws synthetic songs beside real ones, and prints how like them they are, and whether any is too like one.</summary>
internal static class Fidelity
{
    private const int Drawn = 5_000;
    private const int Seed = 1;
    private const int Folds = 5;

    /// <param name="folder">Holds the two public files.</param>
    /// <returns>0 where the songs are as like as they must be: 1 where not.</returns>
    public static int Print(string folder)
    {
        var data = SongFiles.Read([Path.Combine(folder, "high_popularity_spotify_data.csv"), Path.Combine(folder, "low_popularity_spotify_data.csv")]);
        List<LabelledSong> real = [.. data.Songs.Where(song => song.Song.Released is not null && song.Song.Audio.All(double.IsFinite))];
        var synthetic = new SyntheticSongs(real).Draw(Drawn, Seed);
        var (a, b) = (Columns(real), Columns(synthetic));
        var distances = a.Zip(b, Distance).ToList();
        var correlations = (
            from i in Enumerable.Range(0, a.Count)
            from j in Enumerable.Range(0, i)
            select Math.Abs(Correlation.Pearson(a[i], a[j]) - Correlation.Pearson(b[i], b[j]))
        ).ToList();
        var nearest = Nearest(a, b);
        Say(
            $"synthetic songs {Drawn}, hits {synthetic.Average(song => song.Hit ? 1.0 : 0):0.000} (real ones {real.Average(song => song.Hit ? 1.0 : 0):0.000})"
        );
        Say($"Kolmogorov-Smirnov distance of a column: mean {distances.Average():0.000}, largest {distances.Max():0.000}");
        Say($"difference of correlations: mean {correlations.Average():0.000}, largest {correlations.Max():0.000}");
        Say($"distance to the closest real song, in standard deviations: smallest {nearest.Min():0.00}, 1 % {nearest.Quantile(0.01):0.00}");
        Say($"distance to the closest real song, in standard deviations: median {nearest.Median():0.00}");
        var areas = new[] { FeatureSet.Audio, FeatureSet.AudioAndGenre }.Select(set => Areas(data, set)).ToList();
        Say($"ROC-AUC on real songs of unseen artists, audio: trained on synthetic songs {areas[0].Synthetic:0.000}, on real ones {areas[0].Real:0.000}");
        Say($"the same, audio and genre: trained on synthetic songs {areas[1].Synthetic:0.000}, on real ones {areas[1].Real:0.000}");
        return distances.Average() <= 0.03 && areas[1].Synthetic >= 0.92 && nearest.Min() >= 0.01 ? 0 : 1;
    }

    /// <summary>Trees trained on songs that are drawn from the training part of a fold alone, and on that part itself.</summary>
    private static (double Synthetic, double Real) Areas(SongData data, FeatureSet set)
    {
        var recipe = new LightGbmRecipe();
        var folds = ArtistFolds.Make(data.Songs, Folds, Seed);
        return (Of(training => recipe.Train(new SyntheticSongs(training).Draw(Drawn, Seed), set, Seed)), Of(training => recipe.Train(training, set, Seed)));

        double Of(Func<IReadOnlyList<LabelledSong>, ISongModel> train) =>
            ModelEvaluation
                .Evaluate([.. folds.SelectMany(fold => fold.Test)], CrossValidation.Predict(folds, train).Predictions, resamples: 0)[
                    MetricNames.AreaUnderRocCurve
                ]
                .Value;
    }

    /// <summary>Measured features, year and popularity, song by song.</summary>
    private static List<double[]> Columns(IReadOnlyList<LabelledSong> songs)
    {
        var rows = songs.Select(song => (double[])[.. GenreCopula.Values(song.Song), song.Popularity]).ToList();
        return [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.ConvertAll(row => row[column]).ToArray())];
    }

    /// <summary>The largest distance between two cumulative distributions.</summary>
    private static double Distance(double[] first, double[] second)
    {
        double[] a = [.. first.Order()],
            b = [.. second.Order()];
        return a.Concat(b).Distinct().Max(value => Math.Abs(ShareUpTo(a, value) - ShareUpTo(b, value)));
        static double ShareUpTo(double[] sorted, double value)
        {
            var at = Array.BinarySearch(sorted, Math.BitIncrement(value));
            var index = at < 0 ? ~at : at;
            while (index > 0 && sorted[index - 1] > value)
                index--;
            return (double)index / sorted.Length;
        }
    }

    private static List<double> Nearest(List<double[]> real, List<double[]> synthetic)
    {
        // Popularity, the last column, is no part of a song's likeness.
        var deviations = real.SkipLast(1).Select(column => column.StandardDeviation()).ToArray();
        return
        [
            .. Enumerable
                .Range(0, synthetic[0].Length)
                .Select(i =>
                    Math.Sqrt(
                        Enumerable
                            .Range(0, real[0].Length)
                            .Min(j =>
                            {
                                var sum = 0.0;
                                for (var column = 0; column < deviations.Length; column++)
                                    sum += Math.Pow((synthetic[column][i] - real[column][j]) / deviations[column], 2);
                                return sum;
                            })
                    )
                ),
        ];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
