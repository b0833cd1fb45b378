using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Cli.Commands.Data;

internal static class DataCheck
{
    public static Command Create()
    {
        var data = new DataOptions();
        var rows = new Option<bool>("--rows") { Description = "List every row that was removed, repaired or noted, with its line." };
        var command = new Command("check", """
            Reads and cleans song files, and tells what was removed, repaired and noted.

            Example: hitsongs data check high_popularity.csv low_popularity.csv
            """)
        {
            rows, SharedOptions.Json,
        };
        data.AddTo(command);
        command.SetAction(parsed =>
        {
            var songs = SongFiles.Read(data.Paths(parsed), mapping: SharedOptions.MappingOf(parsed), today: Workplace.Today);
            if (parsed.GetValue(SharedOptions.Json))
            {
                DataJson.Print(new { songs.Card, Rows = parsed.GetValue(rows) ? songs.Actions : null });
                return 0;
            }

            DataTable.Print(songs.Card);
            foreach (var action in parsed.GetValue(rows) ? songs.Actions : [])
                Console.Out.WriteLine(
                    $"{action.File}:{action.Line}: {action.Reason}{(action.Detail.Length > 0 ? $" ({action.Detail.ReplaceLineEndings(" ")})" : "")}"
                );
            return 0;
        });
        return command;
    }
}
