using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Benchmarks.Leaks;

/// <summary>What models that know nothing reach by chance when they are trained on shuffled labels: the threshold of `knownLabels` in a rubric lies well
/// above.</summary>
internal static class ShuffledLabels
{
    private const int Folds = 5;

    public static int Run(IReadOnlyList<string> files, int times)
    {
        var songs = SongFiles.Read(files).Songs;
        foreach (var (name, (_, recipe)) in ModelRecipes.All.Where(model => model.Key is "linear" or "lightgbm" or "average"))
        {
            var areas = new List<double>();
            for (var seed = 1; seed <= times; seed++)
            {
                var fold = ArtistFolds.Make(songs, Folds, seed)[0];
                var model = recipe.Train(KnownLabels.Shuffled(fold.Training, seed), FeatureSet.All, seed);
                areas.Add(KnownLabels.Measure(fold.Test, model.Predict([.. fold.Test.Select(song => song.Song)])).Value);
            }

            var mean = areas.Average();
            Console.WriteLine(
                $"{name}: {areas.Count} times, mean {mean:0.000}, standard deviation {Math.Sqrt(areas.Average(area => Math.Pow(area - mean, 2))):0.000}, "
                    + $"least {areas.Min():0.000}, most {areas.Max():0.000}"
            );
        }

        return 0;
    }
}
