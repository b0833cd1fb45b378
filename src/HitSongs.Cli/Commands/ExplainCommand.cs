using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Cli.Commands;

internal static class ExplainCommand
{
    private const string ResultFile = "explain.json";

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Song files; several make one data set. Default: data/*.csv.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "explain",
            $"""
            Studies which features tell hits from other songs, whether month and season matter, and where hits lie, for all songs and by genre.

            Examples: hitsongs explain
                      hitsongs explain high_popularity.csv low_popularity.csv --out artifacts/study
                      hitsongs explain --json
            """)
        {
            files,
            SharedOptions.Mapping,
            SharedOptions.Json,
            new Option<DirectoryInfo?>("--out") { Description = $"Also write {ResultFile} there. Default: it is not kept.", HelpName = "DIR" },
        };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files) is { Length: > 0 } named ? named : Workplace.Find().Data;
            var data =
                paths.Count > 0
                    ? SongFiles.Read(paths, mapping: SharedOptions.MappingOf(parsed), today: Workplace.Today)
                    : throw new UsageException("there are no song files: name some");
            var study = Study(data);
            var folder = parsed.GetValue<DirectoryInfo?>("--out");
            if (folder is not null)
                Directory.CreateDirectory(folder.FullName);
            if (folder is not null)
                File.WriteAllText(Path.Combine(folder.FullName, ResultFile), ExplainOutput.Json(study));
            if (parsed.GetValue(SharedOptions.Json))
                Console.Out.WriteLine(ExplainOutput.Json(study));
            else
                ExplainOutput.Write(study, Console.Out);
            return 0;
        });
        return command;
    }

    private static SongStudy Study(SongData data)
    {
        using var display = new WorkDisplay("studying the songs", SongStudy.Parts);
        return SongStudy.Of(data, Math.Max(1, Environment.ProcessorCount / 2), display.Done);
    }
}
