using System.CommandLine;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Grading.Evidence;

namespace HitSongs.Cli.Commands;

internal static class CollectCommand
{
    public static Command Create()
    {
        var command = new Command("collect", """
            Runs a submission once and keeps what was observed; grades nothing.

            Examples: hitsongs collect ../fork --out artifacts/fork
                      hitsongs collect ../fork --reader http://localhost:8000/v1
            """);
        var options = new CollectOptions(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var chosen = await options.ReadAsync(parsed, cancel);
            using var reader = chosen.Reader;
            ResultPlaces.CheckFolder(chosen.Out);
            using var progress = new CollectDisplay();
            var run = await GradeRun.OfAsync(chosen, progress, CollectDisplay.Warn, cancel);
            progress.Dispose();
            run = await run.CompleteAsync(chosen, cancel);
            var folder = Path.Combine(chosen.Out, "evidence");
            EvidenceFolder.Write(folder, run.Evidence);
            Console.Out.WriteLine(folder);
            return 0;
        });
        return command;
    }
}
