using System.CommandLine;
using System.Text.Json;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Metrics;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Saving;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Cli.Commands;

internal static class PredictCommand
{
    private const int SongsAtATime = 500;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A file that `hitsongs train --out` wrote." };
        var files = new Argument<string[]>("FILE") { Description = "Song files; several make one data set.", Arity = ArgumentArity.OneOrMore };
        var csv = new Option<string?>("--out") { Description = "Where the predictions go. Default: standard output.", HelpName = "CSV" };
        var command = new Command("predict", """
            Predicts popularity and the probability of a hit for every song of some files. A popularity that they have is not looked at.

            Example: hitsongs predict songs.model new_songs.csv --out predictions.csv
            """)
        {
            model, files, SharedOptions.Mapping, csv, SharedOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var (loaded, card) = SongModelFile.Load(parsed.GetValue(model)!);
            var songs = SongFiles.ReadUnlabelled(parsed.GetValue(files)!, mapping: SharedOptions.MappingOf(parsed), today: Workplace.Today);
            Write(Known(Predict(loaded, songs), card), parsed.GetValue(csv), parsed.GetValue(SharedOptions.Json));
            return 0;
        });
        return command;
    }

    private static List<Prediction> Predict(TrainedModel model, IReadOnlyList<Song> songs)
    {
        using var display = new WorkDisplay("predicting", songs.Count);
        var predictions = new List<Prediction>(songs.Count);
        foreach (var some in songs.Chunk(SongsAtATime))
        {
            predictions.AddRange(model.Predict(some));
            display.Done(predictions.Count);
        }

        return predictions;
    }

    /// <summary>A model that was trained on hits without popularity says nothing of popularity.</summary>
    private static List<Prediction> Known(List<Prediction> predictions, ModelCard card) =>
        card.Metrics.TryGetValue(MetricNames.RootMeanSquaredError, out var error) && double.IsNaN(error.Value)
            ? predictions.ConvertAll(prediction => prediction with { Popularity = double.NaN })
            : predictions;

    private static void Write(List<Prediction> predictions, string? path, bool json)
    {
        if (path is not null)
        {
            using var file = new StreamWriter(path);
            WriteTable(predictions, file);
        }

        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(new { predictions }, Json));
        else if (path is null)
            WriteTable(predictions, Console.Out);
        else
            Console.Out.WriteLine(path);
    }

    private static void WriteTable(List<Prediction> predictions, TextWriter output)
    {
        output.Write("track_id,popularity,hit_probability\n");
        foreach (var prediction in predictions)
            output.Write($"{Field(prediction.TrackId)},{Number(prediction.Popularity)},{prediction.HitProbability:R}\n");
    }

    private static string Number(double popularity) => double.IsNaN(popularity) ? "" : $"{popularity:R}";

    /// <summary>Quoted where it must be; an id that begins like a formula stays text in a spreadsheet.</summary>
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\n\r") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
