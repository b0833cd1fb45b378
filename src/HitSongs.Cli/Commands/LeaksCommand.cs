using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Pipeline.Leaks;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Temporary;

namespace HitSongs.Cli.Commands;

internal static class LeaksCommand
{
    /// <summary>Songs that are asked about with each feature missing, and with each feature zero.</summary>
    private const int SongsWithGaps = 40;

    public static Command Create()
    {
        var file = new Argument<string>("MODEL.cs") { Description = "A model as a submission hands it in." };
        var seed = new Option<int>("--seed")
        {
            Description = "What divisions, shuffling and the model are drawn from.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var timeout = new Option<int>("--timeout")
        {
            Description = "Seconds that one of its processes may take.",
            DefaultValueFactory = _ => 60,
            HelpName = "SECONDS",
        };
        var command = new Command(
            "leaks",
            """
            Tells how much of a submitted model's score is knowledge that it would not have of new songs. The model is trained in the sandbox
            for five divisions of the songs: at random, by artist, by playlist, by time, and with shuffled labels.

            Example: hitsongs leaks answers/evaluation/hit-songs/2-model/model.cs
            """)
        {
            file, SharedOptions.Data, SharedOptions.Mapping, seed, timeout, SharedOptions.Sandbox, SharedOptions.Json,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            if (RegularFile.Fault(path) is { } fault)
                throw new InvalidInputException(path, null, fault, "Name the model.cs of a submission");
            if (parsed.GetValue(timeout) is var seconds && seconds is < 1 or > 3600)
                throw new UsageException($"--timeout takes a whole number from 1 to 3600, not {seconds}");
            var data = SongFiles.Read(SharedOptions.DataOf(parsed, Workplace.Find()), mapping: SharedOptions.MappingOf(parsed), today: Workplace.Today);
            var sandbox = SandboxChoice.Choose(parsed.GetValue(SharedOptions.Sandbox), CollectDisplay.Warn);
            var limits = new Limits(TimeSpan.FromSeconds(seconds), 1L << 30);
            var findings = await FindAsync(path, data, sandbox, parsed.GetValue(seed), limits, cancel);
            LeaksOutput.Write(path, data.Card, findings, parsed.GetValue(SharedOptions.Json), Console.Out);
            return 0;
        });
        return command;
    }

    /// <exception cref="InvalidInputException">The model does not compile, or gives no predictions.</exception>
    private static async Task<IReadOnlyList<LeakFinding>> FindAsync(
        string path,
        SongData data,
        Sandbox sandbox,
        int seed,
        Limits limits,
        CancellationToken cancel
    )
    {
        using var folder = new TemporaryFolder();
        var source = new SubmittedFile(path, await File.ReadAllTextAsync(path, cancel));
        var (program, refusal) = await source.CompileAsync(new Compiler(sandbox), folder.Path, optimized: true, cancel);
        if (program is null)
            throw new InvalidInputException(path, refusal!.Line, $"it does not compile: {refusal.Reason.TrimEnd('.')}", "Correct it");

        var runner = new ProgramRunner(sandbox);
        using var display = new WorkDisplay("looking for leaks", ModelLeaks.Parts + 1);
        var done = 0;
        var found = ModelLeaks.Of(data, Train, seed, Environment.ProcessorCount, () => display.Done(++done));
        return [.. found, ModelLeaks.MissingValues(Train(data.Songs, seed), [.. data.Songs.Take(SongsWithGaps).Select(song => song.Song)])];

        ISongModel Train(IReadOnlyList<LabelledSong> songs, int with) => new SubmittedModel(runner, path, program, songs, with, limits, cancel);
    }
}
