using System.CommandLine;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Synthesis;

namespace HitSongs.Cli.Commands.Data;

internal static class DataFit
{
    private const int ComparedSongs = 5000;

    public static Command Create()
    {
        var data = new DataOptions();
        var output = new Option<string>("--out") { Description = "Where the figures go.", HelpName = "PARAMETERS.json", Required = true };
        var command = new Command("fit", """
            Fits the figures of a synthetic twin to real songs, and tells how like the songs drawn from them are. The figures hold no row, title or artist.

            Example: hitsongs data fit high_popularity.csv low_popularity.csv --out parameters.json
            """)
        {
            output, SharedOptions.Json,
        };
        data.AddTo(command);
        command.SetAction(parsed =>
        {
            var songs = SongFiles.Read(data.Paths(parsed), mapping: SharedOptions.MappingOf(parsed));
            if (songs.Card.Synthetic)
                throw new InvalidInputException(songs.Card.Files[0].Name, null, "these songs are synthetic themselves", "Name files of real songs");

            var parameters = TwinFit.Of(songs);
            TwinFile.Write(parsed.GetRequiredValue(output), parameters);
            var fidelity = TwinFidelity.Of(songs, parameters, ComparedSongs, seed: 1);
            if (parsed.GetValue(SharedOptions.Json))
                DataJson.Print(fidelity);
            else
                DataTable.Print(fidelity);
            return 0;
        });
        return command;
    }
}
