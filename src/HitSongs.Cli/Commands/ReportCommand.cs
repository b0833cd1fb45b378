using System.CommandLine;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Marks;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Rendering;

namespace HitSongs.Cli.Commands;

/// <summary>The verbs that write from kept evidence: report writes all, notebook the notebook alone.</summary>
internal static class ReportCommand
{
    public static Command Create() => Create(
        "report",
        """
        Writes grade.json, report.html and submission.ipynb from kept evidence; runs nothing.

        Examples: hitsongs report --out artifacts
                  hitsongs report --pdf
        """,
        new Option<bool>("--pdf") { Description = "Print the report as report.pdf too, by the system's Chromium." },
        ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook);

    public static Command CreateNotebook() => Create(
        "notebook",
        """
        Writes submission.ipynb from kept evidence; runs nothing.

        Example: hitsongs notebook --out artifacts --points
        """,
        null,
        ResultFiles.Notebook);

    private static Command Create(string verb, string help, Option<bool>? pdf, params string[] names)
    {
        var command = new Command(verb, help) { SharedOptions.Out, SharedOptions.Rubric, SharedOptions.Points };
        if (pdf is not null)
        {
            command.Options.Add(pdf);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            var folder = SharedOptions.OutOf(parsed, workplace);
            var evidence = EvidenceFolder.Read(Path.Combine(folder, "evidence"));
            var pictures = Task.Run(() => Pictures.Of(evidence), cancel);
            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, workplace));
            var marks = MarksFile.Read(Path.Combine(folder, MarksFile.FileName), evidence.Submission.Name);
            var run = new GradeRun(Grading.Scoring.Grader.Grade(rubric, evidence, marks), evidence, rubric);
            foreach (var file in new ResultFiles(folder, parsed.GetValue(SharedOptions.Points)).Write(run, names, await pictures))
            {
                Console.Out.WriteLine(file);
            }

            return pdf is not null && parsed.GetValue(pdf) ? await PrintAsync(folder, cancel) : 0;
        });
        return command;
    }

    private static async Task<int> PrintAsync(string folder, CancellationToken cancel)
    {
        var file = Path.GetFullPath(Path.Combine(folder, "report.pdf"));
        if (await PdfPrinter.PrintAsync(Path.Combine(folder, ResultFiles.Report), file, cancel) is { } problem)
        {
            throw new HarnessException($"there is no PDF: {problem}; report.html is complete and can be printed from any browser");
        }

        Console.Out.WriteLine(file);
        return 0;
    }
}
