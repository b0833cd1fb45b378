using HitSongs.Metrics;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Evaluation;

/// <summary>Cross-validation plan.</summary>
/// <param name="Kind">What test songs may have in common with training songs.</param>
/// <param name="Folds">2 or more.</param>
/// <param name="Repeats">Divisions, each with a seed of its own; 1 for <see cref="SplitKind.Time"/>, which has only one.</param>
/// <param name="Seed">Seed of the divisions, of the models and of the bootstrap.</param>
public sealed record ValidationPlan(SplitKind Kind, int Folds, int Repeats, int Seed)
{
    /// <summary>Folds that are worked on at the same time; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Result of repeated cross-validation.</summary>
/// <param name="Metrics">Every metric of <see cref="MetricNames"/>: the mean over the repeats.</param>
/// <param name="Truth">The songs that were asked about.</param>
/// <param name="Repeats">The predictions of each repeat.</param>
public sealed record ValidationResult(
    IReadOnlyDictionary<string, Metric> Metrics, IReadOnlyList<LabelledSong> Truth, IReadOnlyList<OutOfFoldPredictions> Repeats);

/// <summary>Cross-validates a model several times.</summary>
public static class RepeatedEvaluation
{
    /// <param name="train">Trains a model on songs with a seed; called once per fold and repeat.</param>
    /// <param name="done">Told after each fold how many of all folds are done.</param>
    /// <exception cref="ArgumentException">The songs cannot be divided so; the message says why.</exception>
    public static ValidationResult Evaluate(
        SongData data, ValidationPlan plan, Func<IReadOnlyList<LabelledSong>, int, ISongModel> train, Action<int>? done = null)
    {
        if (plan.Repeats < 1)
            throw new ArgumentException("At least one repeat is needed.", nameof(plan));
        if (plan is { Kind: SplitKind.Time, Repeats: > 1 })
            throw new ArgumentException("Songs can be divided by time in one way only: one repeat is all there is", nameof(plan));

        var count = 0;
        var repeats = new List<OutOfFoldPredictions>(plan.Repeats);
        IReadOnlyList<LabelledSong> truth = [];
        for (var repeat = 0; repeat < plan.Repeats; repeat++)
        {
            var seed = plan.Seed + repeat;
            var folds = SongSplit.Make(data, plan.Kind, plan.Folds, seed);
            truth = folds.SelectMany(fold => fold.Test).ToList();
            repeats.Add(CrossValidation.Predict(folds, songs => train(songs, seed), plan.Threads, () => done?.Invoke(Interlocked.Increment(ref count))));
        }

        return new ValidationResult(ModelEvaluation.Evaluate(truth, repeats, SongSplit.ResamplingUnit(data, plan.Kind), plan.Seed), truth, repeats);
    }
}
