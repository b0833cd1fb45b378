using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Benchmarks.Leaks;

/// <summary>The null distribution of <see cref="LaterFolds"/>: how many standard errors better than on the first fold honest models are on all.</summary>
internal static class FirstFold
{
    private const int Folds = 5;

    private static readonly IReadOnlyList<(string Name, ModelRecipe Recipe, FeatureSet Features)> Models =
    [
        ("linear, audio", new LinearRecipe(), FeatureSet.Audio),
        ("linear, all", new LinearRecipe(), FeatureSet.All),
        ("lightgbm, all", new LightGbmRecipe(), FeatureSet.All),
    ];

    public static int Run(IReadOnlyList<string> files, int times)
    {
        var songs = SongFiles.Read(files).Songs;
        foreach (var (name, recipe, features) in Models)
        {
            var runs = Enumerable.Range(1, times).Select(seed => Graded(songs, recipe, features, seed)).ToList();
            foreach (var metric in (string[])[MetricNames.AreaUnderRocCurve, MetricNames.RootMeanSquaredError])
            {
                var errors = runs.ConvertAll(run => LaterFolds.Errors(run, metric));
                var deviation = Math.Sqrt(errors.Average(error => error * error));
                Console.WriteLine($"{name}, {metric}: {times} times, {deviation:0.00} standard errors in the mean square, most {errors.Max():0.00}");
            }
        }

        return 0;
    }

    private static ModelRun Graded(IReadOnlyList<LabelledSong> songs, ModelRecipe recipe, FeatureSet features, int seed)
    {
        var split = ArtistFolds.Make(songs, Folds, seed);
        var predicted = split.Select(fold => recipe.Train(fold.Training, features, seed).Predict([.. fold.Test.Select(song => song.Song)])).ToList();
        var all = ModelEvaluation.Evaluate([.. split.SelectMany(fold => fold.Test)], [.. predicted.SelectMany(some => some)], null, seed, resamples: 0);
        return new ModelRun(new ProgramRun("", "", RunOutcome.Completed, "", null, ""), "", all, [])
        {
            FirstFold = ModelEvaluation.Evaluate(split[0].Test, predicted[0], null, seed),
        };
    }
}
