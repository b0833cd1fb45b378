using System.CommandLine;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Collect;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Saving;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Cli.Commands;

internal static class TrainCommand
{
    public static Command Create()
    {
        var options = new TrainOptions();
        var command = new Command("train", """
            Cross-validates a hit-song model, prints its metrics, and saves it trained on all songs.

            Examples: hitsongs train
                      hitsongs train --data high_popularity.csv low_popularity.csv --features all --model average --repeats 5 --out songs.model
                      hitsongs train --leaks
                      hitsongs train --split playlist --model linear --calibrate platt --json
            """);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var chosen = options.Read(parsed);
            var data = SongFiles.Read(chosen.Data, mapping: chosen.Mapping, today: Workplace.Today);
            var result = Validate(data, chosen);
            var model = chosen.Out is not null || chosen.Leaks ? chosen.Recipe.Train(data.Songs, chosen.Features, chosen.Plan.Seed) : null;
            if (chosen.Out is { } path)
                Save(path, model!, data, chosen, result);
            TrainOutput.Write(data.Card, result.Metrics, Leaks(data, chosen, model), chosen, Console.Out);
            return 0;
        });
        return command;
    }

    private static ValidationResult Validate(SongData data, TrainChoice chosen)
    {
        using var display = new WorkDisplay("cross-validating", chosen.Plan.Folds * chosen.Plan.Repeats);
        try
        {
            return RepeatedEvaluation.Evaluate(data, chosen.Plan, (songs, seed) => chosen.Recipe.Train(songs, chosen.Features, seed), display.Done);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"{e.Message.Split(" (Parameter", 2)[0].TrimEnd('.')}. Choose fewer --folds, or another --split");
        }
    }

    private static IReadOnlyList<LeakFinding> Leaks(SongData data, TrainChoice chosen, TrainedModel? model)
    {
        var found = DataLeaks.Of(data, SongSplit.Make(data, chosen.Plan.Kind, chosen.Plan.Folds, chosen.Plan.Seed), new EncodingOptions(chosen.Features));
        if (!chosen.Leaks || model is null)
            return found;
        using var display = new WorkDisplay("looking for leaks", ModelLeaks.Parts);
        var done = 0;
        return
        [
            .. found,
            .. ModelLeaks.Of(
                data,
                (songs, seed) => chosen.Recipe.Train(songs, chosen.Features, seed),
                chosen.Plan.Seed,
                chosen.Plan.Threads,
                () => display.Done(++done)
            ),
            ModelLeaks.MissingValues(model, [.. data.Songs.Take(100).Select(song => song.Song)]),
        ];
    }

    private static void Save(string path, TrainedModel model, SongData data, TrainChoice chosen, ValidationResult result)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var columns = RequiredColumns.Of(chosen.Features);
        SongModelFile.Save(
            path,
            model,
            new ModelCard(
                chosen.Name,
                chosen.Features,
                columns,
                data.Card,
                EngineVersions.Collect(),
                TrainOutput.Validation(chosen),
                result.Metrics,
                chosen.Plan.Seed
            )
        );
    }
}
