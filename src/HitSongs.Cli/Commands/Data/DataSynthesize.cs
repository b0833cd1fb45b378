using System.CommandLine;
using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Synthesis;

namespace HitSongs.Cli.Commands.Data;

internal static class DataSynthesize
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "Rows to make, in all files together.", DefaultValueFactory = _ => 5000, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "What they are drawn from.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var output = new Option<string>("--out") { Description = "A file (FILE.csv), or a folder that gets one file of hits and one of other songs.", HelpName = "FILE", Required = true };
        var parameters = new Option<string?>("--parameters") { Description = "Figures from `data fit`. Default: data/parameters.json.", HelpName = "PARAMETERS.json" };
        var against = new Option<string[]>("--against") { Description = "Real song files to compare the synthetic songs with.", AllowMultipleArgumentsPerToken = true, HelpName = "FILE" };
        var command = new Command("synthesize", """
            Makes synthetic songs from fitted figures: no row of them is a real song. The same figures, rows and seed give the same bytes.

            Example: hitsongs data synthesize --rows 5000 --seed 1 --out data
            """)
        {
            rows, seed, output, parameters, against, SharedOptions.Mapping,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(rows) is < SongSynthesizer.FewestRows or > SongSynthesizer.MostRows)
                throw new UsageException($"--rows takes a whole number from {SongSynthesizer.FewestRows} to {SongSynthesizer.MostRows}");

            var figures = TwinFile.Read(parsed.GetValue(parameters) ?? Path.Combine(Workplace.Find().Root, "data", "parameters.json"));
            foreach (var path in SongSynthesizer.Write(parsed.GetRequiredValue(output), figures, parsed.GetValue(rows), parsed.GetValue(seed)))
                Console.Out.WriteLine(path);
            if (parsed.GetValue(against) is { Length: > 0 } real)
                DataTable.Print(TwinFidelity.Of(SongFiles.Read(real, mapping: SharedOptions.MappingOf(parsed)), figures, parsed.GetValue(rows), parsed.GetValue(seed)));
            return 0;
        });
        return command;
    }
}
