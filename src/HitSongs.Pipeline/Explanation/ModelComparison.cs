using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Compares the pipeline's own models on a data set.</summary>
public static class ModelComparison
{
    private const int Folds = 5;
    private const int Seed = 1;

    private static readonly string[] Compared = ["linear", "kernel", "lightgbm", "average"];

    /// <summary>Number of calls of <c>done</c>.</summary>
    public static int Parts => (Compared.Length * Folds) + LearningCurve.Shares.Count;

    /// <summary>Some seconds per thread for five thousand songs. The same songs give the same study.</summary>
    /// <param name="threads">Folds that are worked on at the same time; the result does not depend on it.</param>
    /// <param name="done">Told after each of <see cref="Parts"/> parts how many are done.</param>
    /// <returns>Null where the songs cannot be divided: they are too few, or of one kind only.</returns>
    public static ModelStudy? Of(SongData data, int threads = 1, Action<int>? done = null)
    {
        if (!SongStudy.CanLearn(data.Songs))
            return null;
        var parts = 0;
        var models = Compared.Select(name => new ComparedModel(name, ModelRecipes.All[name].Description, Validate(ModelRecipes.All[name].Recipe))).ToList();
        return new ModelStudy(models, LearningCurve.Of(data, threads, Tell));

        IReadOnlyDictionary<string, Metric> Validate(ModelRecipe recipe) =>
            RepeatedEvaluation
                .Evaluate(
                    data, new ValidationPlan(SplitKind.Artist, Folds, Repeats: 1, Seed) { Threads = threads },
                    (songs, seed) => recipe.Train(songs, FeatureSet.AudioAndGenre, seed), _ => Tell())
                .Metrics;

        void Tell() => done?.Invoke(Interlocked.Increment(ref parts));
    }
}
