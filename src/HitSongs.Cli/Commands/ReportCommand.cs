using System.CommandLine;
using HitSongs.Grading;

namespace HitSongs.Cli.Commands;

internal static class ReportCommand
{
    public static Command Create()
    {
        var command = new Command("report", """
            Writes report.html and submission.ipynb from kept evidence.

            Example: hitsongs report --out artifacts
            """)
        {
            SharedOptions.Out, SharedOptions.Rubric,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            var folder = SharedOptions.OutOf(parsed, workplace);
            var evidence = EvidenceFolder.Read(Path.Combine(folder, "evidence"));
            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, workplace));
            foreach (var file in await ResultFiles.WriteAsync(new GradeRun(Grader.Grade(rubric, evidence), evidence, rubric), folder, workplace.Cache, cancel))
            {
                Console.Out.WriteLine(file);
            }

            return 0;
        });
        return command;
    }
}
