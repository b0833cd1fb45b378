using System.Text.Json;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Collect;

/// <summary>Has a model predict each fold in a process of its own, and computes the metrics from its predictions and the labels that it never saw.</summary>
internal sealed class ModelCollector(Compiler compiler, ProgramRunner runner)
{
    /// <param name="songs">The cleaned songs with labels.</param>
    /// <param name="folds">Number of folds, 2 or more.</param>
    public async Task<ModelRun> CollectAsync(
        SubmittedFile file,
        IReadOnlyList<LabelledSong> songs,
        int folds,
        int seed,
        Limits limits,
        CancellationToken cancel
    )
    {
        using var folder = new TemporaryFolder();
        var (compiled, refusal) = await file.CompileAsync(compiler, folder.Path, optimized: true, cancel);
        if (compiled is null)
        {
            return Ended(refusal!, folds);
        }

        // One process per fold, one after another: the labels of one fold's test songs are another fold's training labels, and two processes
        // that run at the same time always find a channel, such as a lock on a file of the system that both can see. What a fold leaves behind for
        // later ones, in the page cache for example, shows by the first fold, for whose songs nothing can have been left.
        var split = ArtistFolds.Make(songs, folds, seed);
        var ends = new List<ProgramEnd>();
        foreach (var fold in split)
        {
            ends.Add(await runner.RunAsync("model", compiled, TaskOf(fold), limits, cancel));
        }

        var program = Program(file, ends);
        if (program.Outcome != RunOutcome.Completed)
        {
            return Ended(program, folds);
        }

        var truth = split.SelectMany(f => f.Test).ToList();
        var predictions = ends.SelectMany(e => e.Result!.Predictions ?? []).ToList();
        try
        {
            // Fold by fold: a process knows the labels of every other fold, and must not speak for its songs.
            foreach (var (fold, end) in split.Zip(ends))
            {
                ModelEvaluation.CheckPredictions(fold.Test, end.Result!.Predictions ?? []);
            }

            var metrics = ModelEvaluation.Evaluate(truth, predictions, Baseline(split), seed);
            var first = ModelEvaluation.Evaluate(split[0].Test, ends[0].Result!.Predictions ?? [], Baseline([split[0]]), seed);

            // Once more, on shuffled labels: what the model then knows of the true ones it has from elsewhere.
            var shuffled = await runner.RunAsync(
                "model",
                compiled,
                TaskOf(split[0] with { Training = KnownLabels.Shuffled(split[0].Training, seed) }),
                limits,
                cancel
            );
            if (shuffled.Outcome != RunOutcome.Completed)
            {
                return Ended(file.Ended(shuffled with { Reason = $"trained on shuffled labels {shuffled.Reason}" }), folds);
            }

            ModelEvaluation.CheckPredictions(split[0].Test, shuffled.Result!.Predictions ?? []);
            var scored = Scored(truth, predictions);
            return new ModelRun(program, Split(folds), metrics, Roc(scored), ModelCurves.PrecisionRecall(scored), ModelCurves.Calibration(scored))
            {
                Folds = new DrawnFolds(folds, seed),
                FirstFold = first,
                ShuffledLabels = KnownLabels.Measure(split[0].Test, shuffled.Result.Predictions ?? []),
            };
        }
        catch (PredictionException e)
        {
            return Ended(program with { Outcome = RunOutcome.Unreadable, Reason = UntrustedText.OneLine(e.Message).TrimEnd('.') }, folds);
        }
    }

    /// <summary>The model's own seed is not the one that made the folds: with that, a process could tell which fold each other song is in.</summary>
    private static byte[] TaskOf(Fold fold) =>
        JsonSerializer.SerializeToUtf8Bytes(new ModelTask(PopularityStandIn.Of(fold.Training), [.. fold.Test.Select(s => s.Song)], fold.Number), Protocol.Json);

    private static List<Prediction> Baseline(IReadOnlyList<Fold> split) =>
        [.. split.SelectMany(f => MeanModel.Train(f.Training).Predict([.. f.Test.Select(s => s.Song)]))];

    private static List<(double Probability, bool Hit)> Scored(List<LabelledSong> truth, List<Prediction> predictions)
    {
        var probabilities = predictions.ToDictionary(p => p.TrackId, p => p.HitProbability, StringComparer.Ordinal);
        return truth.ConvertAll(s => (probabilities[s.Song.TrackId], s.Hit));
    }

    private static IReadOnlyList<RocPoint> Roc(List<(double Probability, bool Hit)> scored) =>
        RocCurve.Of(scored.ConvertAll(s => s.Probability).ToArray(), scored.ConvertAll(s => s.Hit).ToArray());

    /// <summary>The first fold that went wrong speaks for all; where none did, the first one's output is shown.</summary>
    private static ProgramRun Program(SubmittedFile file, List<ProgramEnd> ends)
    {
        var worst = ends.FindIndex(e => e.Outcome != RunOutcome.Completed);
        var shown = ends[Math.Max(0, worst)];
        return file.Ended(worst < 0 ? shown : shown with { Reason = $"in fold {worst + 1} of {ends.Count} {shown.Reason}" });
    }

    private static ModelRun Ended(ProgramRun program, int folds) => new(program, Split(folds), new Dictionary<string, Metric>(), []);

    private static string Split(int folds) => $"{folds} folds by artist";
}
