using System.CommandLine;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Commands;

internal static class GradeCommand
{
    public static Command Create()
    {
        var command = new Command("grade", """
            Collects, grades and reports one submission.

            Examples: hitsongs grade
                      hitsongs grade ../fork --only evaluation/pytorch/3-backpropagation
                      hitsongs grade --only evaluation/pytorch
                      hitsongs grade --data high_popularity.csv low_popularity.csv
                      hitsongs grade https://github.com/someone/evaluation#7
                      hitsongs grade --reader http://localhost:8000/v1 --reader-model qwen3
                      hitsongs grade ../fork --export junit=grade.xml --sign grader.pem
            """);
        var options = new CollectOptions(command);
        command.Options.Add(SharedOptions.Json);
        command.Options.Add(SharedOptions.Points);
        ExportOption.AddTo(command);
        SignOption.AddTo(command);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var chosen = await options.ReadAsync(parsed, cancel);
                using var reader = chosen.Reader;
                ResultPlaces.CheckFolder(chosen.Out);
                var evidence = Path.Combine(chosen.Out, "evidence");
                var exports = ExportOption.Read(parsed);
                ResultPlaces.Check(exports, chosen.Out, [Path.Combine(chosen.Submission, "answers"), chosen.Rubric, evidence]);
                using var key = SignOption.Read(parsed);
                using var progress = new CollectDisplay();
                var run = await GradeRun.OfAsync(chosen, progress, CollectDisplay.Warn, cancel);
                progress.Dispose();
                run = await run.CompleteAsync(chosen, cancel);
                EvidenceFolder.Write(evidence, run.Evidence);
                var written = new ResultFiles(chosen.Out, parsed.GetValue(SharedOptions.Points)).Write(
                    run,
                    [ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook]
                );
                new Regrader(RubricOutline.Open(chosen.Rubric)).Keep(evidence, run.Rubric, run.Grade, run.Evidence.Run);
                var exported = ExportOption.Write(exports, [new Graded(run.Grade, run.Evidence.Run)]);
                var signed = SignOption.Sign(Path.Combine(chosen.Out, ResultFiles.Grade), key);
                return GradeOutput.Write(run, parsed.GetValue(SharedOptions.Json), [.. written, .. exported, .. signed]);
            }
        );
        return command;
    }
}
