using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Benchmarks.Leaks;

/// <summary>The null distribution of <see cref="KnownLabels"/>, from which `knownLabels` in a rubric is taken: what models reach by chance that are trained on
/// shuffled labels, and what a model reaches that knows a share of the true ones.</summary>
internal static class ShuffledLabels
{
    private const int Folds = 5;

    /// <summary>Kernel regression on all songs would take nine tenths of the time; what chance gives does not depend on how much was learnt.</summary>
    private const int KernelSongs = 800;

    private static readonly IReadOnlyList<(string Name, ModelRecipe Recipe, FeatureSet Features)> Models =
    [
        ("linear, audio", new LinearRecipe(), FeatureSet.Audio),
        ("linear, all", new LinearRecipe(), FeatureSet.All),
        ("lightgbm, audio", new LightGbmRecipe(), FeatureSet.Audio),
        ("lightgbm, all", new LightGbmRecipe(), FeatureSet.All),
        ("kernel, all", new KernelRecipe { MostSongs = KernelSongs }, FeatureSet.All),
    ];

    public static int Run(IReadOnlyList<string> files, int times)
    {
        var songs = SongFiles.Read(files).Songs;
        var folds = Enumerable.Range(1, times).Select(seed => (Seed: seed, Fold: ArtistFolds.Make(songs, Folds, seed)[0])).ToList();
        foreach (var (name, recipe, features) in Models)
        {
            Tell(name, folds.Select(one => Area(one.Fold.Test, recipe.Train(KnownLabels.Shuffled(one.Fold.Training, one.Seed), features, one.Seed))));
        }

        // The simplest honest model: one column, and the labels choose its sign alone. Nothing that learns less can lie further from chance.
        foreach (var feature in Enum.GetValues<AudioFeature>())
        {
            Tell($"{feature} alone, the better sign", folds.Select(one => OneColumn(one.Fold.Test, song => song[feature])));
        }

        Tell("year alone, the better sign", folds.Select(one => OneColumn(one.Fold.Test, song => song.Released?.Year ?? double.NaN)));
        foreach (var share in (double[])[0.2, 0.3, 0.4, 0.5, 0.75, 1])
        {
            Tell($"knows {share:P0} of the labels", folds.Select(one => Knowing(one.Fold.Test, share, new Random(one.Seed))));
        }

        return 0;
    }

    private static double Area(IReadOnlyList<LabelledSong> test, TrainedModel model) =>
        KnownLabels.Measure(test, model.Predict([.. test.Select(song => song.Song)])).Value;

    private static double OneColumn(IReadOnlyList<LabelledSong> test, Func<Song, double> value)
    {
        var mean = test.Select(song => value(song.Song)).Where(double.IsFinite).Average();
        var area = Area(sign: 1);
        return Math.Max(area, Area(sign: -1));

        double Area(int sign) => KnownLabels.Measure(test, [.. test.Select(song => Says(song.Song.TrackId, sign * FromMean(song.Song)))]).Value;

        double FromMean(Song song) => value(song) is var own && double.IsFinite(own) ? own - mean : 0;
    }

    /// <summary>Says the truth of a share of the songs, and of the others something at random.</summary>
    private static double Knowing(IReadOnlyList<LabelledSong> test, double share, Random random) =>
        KnownLabels.Measure(
            test, [.. test.Select(song => Says(song.Song.TrackId, random.NextDouble() < share ? (song.Hit ? 2 : -2) : random.NextDouble() - 0.5))]).Value;

    /// <summary>Any number as a probability of its order.</summary>
    private static Prediction Says(string id, double score) => new(id, 50, (Math.Atan(score) / Math.PI) + 0.5);

    private static void Tell(string name, IEnumerable<double> reached)
    {
        var areas = reached.Where(double.IsFinite).Order().ToList();
        if (areas.Count == 0)
        {
            Console.WriteLine($"{name}: too few pairs");
            return;
        }

        var mean = areas.Average();
        var deviation = Math.Sqrt(areas.Average(area => Math.Pow(area - mean, 2)));
        Console.WriteLine(
            $"{name}: {areas.Count} times, mean {mean:0.000}, standard deviation {deviation:0.000}, least {areas[0]:0.000}, most {areas[^1]:0.000}"
        );
    }
}
