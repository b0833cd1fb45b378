using System.CommandLine;
using HitSongs.Pipeline;

namespace HitSongs.Cli.Commands;

internal static class DataCommand
{
    public static Command Create() => new("data", "Looks after song files.") { Check(), Synthesize() };

    private static Command Check()
    {
        var files = new Argument<string[]>("FILE") { Description = "Song files; several make one data set. Default: data/*.csv.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", """
            Reads and cleans song files, and tells what was removed, repaired and noted.

            Example: hitsongs data check high_popularity.csv low_popularity.csv
            """)
        {
            files,
        };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files) is { Length: > 0 } named ? named : Workplace.Find().Data;
            var card = (paths.Count > 0 ? SongFiles.Read(paths) : throw new UsageException("there are no song files: name some")).Card;
            Console.Out.WriteLine($"{card.Name}: {card.RowsRead} rows read, {card.RowsUsed} songs used, {card.Hits} hits (popularity {card.HitThreshold:0} or more)");
            foreach (var action in card.Actions)
            {
                Console.Out.WriteLine($"  {action.Count,6} {action.Effect.ToString().ToLowerInvariant(),-8} {action.Reason}: {action.Description}");
            }

            return 0;
        });
        return command;
    }

    private static Command Synthesize()
    {
        var rows = new Option<int>("--rows") { Description = "Rows to make, in both files together.", DefaultValueFactory = _ => 3000, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "What they are drawn from.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command("synthesize", """
            Makes song files that look like the public ones and hold no real song.

            Example: hitsongs data synthesize --rows 3000 --seed 1 --out data
            """)
        {
            rows, seed, SharedOptions.Out,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(SharedOptions.Out)?.FullName ?? throw new UsageException("name the folder to write to with --out DIR");
            if (parsed.GetValue(rows) is < SongSynthesizer.FewestRows or > 1_000_000)
            {
                throw new UsageException("--rows takes a whole number from 200 to 1,000,000");
            }

            SongSynthesizer.Write(folder, parsed.GetValue(rows), parsed.GetValue(seed));
            Console.Out.WriteLine(Path.Combine(folder, SongSynthesizer.HighFile));
            Console.Out.WriteLine(Path.Combine(folder, SongSynthesizer.LowFile));

            return 0;
        });
        return command;
    }
}
