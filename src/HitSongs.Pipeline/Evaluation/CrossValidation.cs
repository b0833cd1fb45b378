using System.Runtime.ExceptionServices;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Evaluation;

/// <summary>Predictions for every song by a model that has not seen its artist.</summary>
/// <param name="Predictions">One for each song of all folds' test parts.</param>
/// <param name="Baseline">The same by <see cref="MeanModel"/>, trained on the same rows.</param>
public sealed record OutOfFoldPredictions(IReadOnlyList<Prediction> Predictions, IReadOnlyList<Prediction> Baseline);

/// <summary>Trains one model per fold and asks it about the rest.</summary>
public static class CrossValidation
{
    /// <param name="folds">As made by <see cref="SongSplit"/> or <see cref="ArtistFolds"/>.</param>
    /// <param name="train">Trains a model on the labelled songs it is given; called once per fold, on several threads if <paramref name="threads"/> &gt;
    /// 1.</param>
    /// <param name="threads">Folds that are worked on at the same time; the result does not depend on it.</param>
    /// <param name="done">Told after each fold.</param>
    public static OutOfFoldPredictions Predict(
        IReadOnlyList<Fold> folds, Func<IReadOnlyList<LabelledSong>, ISongModel> train, int threads = 1, Action? done = null)
    {
        var predictions = new IReadOnlyList<Prediction>[folds.Count];
        var baseline = new IReadOnlyList<Prediction>[folds.Count];
        try
        {
            Parallel.For(0, folds.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                var questions = folds[i].Test.Select(song => song.Song).ToList();
                predictions[i] = train(folds[i].Training).Predict(questions);
                baseline[i] = MeanModel.Train(folds[i].Training).Predict(questions);
                done?.Invoke();
            });
        }
        catch (AggregateException several)
        {
            // What one fold had to say; the others say the same.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return new OutOfFoldPredictions(predictions.SelectMany(p => p).ToList(), baseline.SelectMany(p => p).ToList());
    }
}
