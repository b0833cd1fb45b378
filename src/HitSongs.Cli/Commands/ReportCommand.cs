using System.CommandLine;
using HitSongs.Cli.Sandboxing;
using HitSongs.Grading;

namespace HitSongs.Cli.Commands;

/// <summary>The verbs that write from kept evidence: report writes all, notebook the notebook alone.</summary>
internal static class ReportCommand
{
    public static Command Create() => Create(
        "report",
        """
        Writes grade.json, report.html and submission.ipynb from kept evidence; runs the notebook's cells in the sandbox.

        Example: hitsongs report --out artifacts
        """,
        ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook);

    public static Command CreateNotebook() => Create(
        "notebook",
        """
        Writes submission.ipynb from kept evidence; runs its cells in the sandbox.

        Example: hitsongs notebook --out artifacts --points
        """,
        ResultFiles.Notebook);

    private static Command Create(string verb, string help, params string[] names)
    {
        var command = new Command(verb, help) { SharedOptions.Out, SharedOptions.Rubric, SharedOptions.Data, SharedOptions.Sandbox, SharedOptions.Points };
        command.SetAction(async (parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            var folder = SharedOptions.OutOf(parsed, workplace);
            var evidence = EvidenceFolder.Read(Path.Combine(folder, "evidence"));
            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, workplace));
            var sandbox = SandboxChoice.Choose(parsed.GetValue(SharedOptions.Sandbox), CollectDisplay.Warn);
            var files = new ResultFiles(folder, workplace.Cache, SharedOptions.DataOf(parsed, workplace), sandbox, parsed.GetValue(SharedOptions.Points));
            foreach (var file in await files.WriteAsync(new GradeRun(Grader.Grade(rubric, evidence), evidence, rubric), names, cancel))
            {
                Console.Out.WriteLine(file);
            }

            return 0;
        });
        return command;
    }
}
