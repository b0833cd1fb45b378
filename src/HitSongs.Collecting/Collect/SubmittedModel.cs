using System.Text.Json;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;

namespace HitSongs.Collecting.Collect;

/// <summary>A submission's model as a model like any other: whenever it is asked, a sandboxed process trains it and has it predict.</summary>
/// <param name="file">Where its source is, for messages.</param>
/// <param name="program">The compiled program.</param>
/// <param name="training">What it learns from.</param>
/// <param name="seed">What it is given to draw from.</param>
internal sealed class SubmittedModel(
    ProgramRunner runner, string file, string program, IReadOnlyList<LabelledSong> training, int seed, Limits limits, CancellationToken cancel) : ISongModel
{
    /// <exception cref="InvalidInputException">The program did not end with one sound prediction for each song.</exception>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var task = JsonSerializer.SerializeToUtf8Bytes(new ModelTask(training, songs, seed), Protocol.Json);
        var end = runner.RunAsync("model", program, task, limits, cancel).GetAwaiter().GetResult();
        if (end.Outcome != RunOutcome.Completed)
            throw Refusal(end.Line, end.Reason);
        try
        {
            var predictions = end.Result!.Predictions ?? [];
            ModelEvaluation.CheckPredictions([.. songs.Select(song => new LabelledSong(song, 0, Hit: false))], predictions);
            var byId = predictions.ToDictionary(prediction => prediction.TrackId, StringComparer.Ordinal);
            return [.. songs.Select(song => byId[song.TrackId])];
        }
        catch (PredictionException e)
        {
            throw Refusal(null, UntrustedText.OneLine(e.Message).TrimEnd('.'));
        }
    }

    private InvalidInputException Refusal(int? line, string reason) =>
        new(
            file,
            line,
            $"the model gives no predictions: {reason}",
            $"It was given {training.Count} songs to learn from; mend it until `hitsongs grade` runs it"
        );
}
