using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Pipeline.Analysis;

namespace HitSongs.Cli.Commands.Data;

internal static class DataDescribe
{
    public static Command Create()
    {
        var data = new DataOptions();
        var command = new Command("describe", """
            Describes song files: missing values, distributions, genres, and tests of what goes with popularity and hits.

            Example: hitsongs data describe high_popularity.csv low_popularity.csv --json
            """)
        {
            SharedOptions.Json,
        };
        data.AddTo(command);
        command.SetAction(parsed =>
        {
            var description = SongDescription.OfFiles(data.Paths(parsed), mapping: SharedOptions.MappingOf(parsed), today: Workplace.Today);
            if (parsed.GetValue(SharedOptions.Json))
            {
                DataJson.Print(description);
                return 0;
            }

            DataTable.Print(description.Summary.Card);
            DataTable.Print(description.Summary);
            foreach (var family in description.Families)
                DataTable.Print(family);
            return 0;
        });
        return command;
    }
}
