using System.Text;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The first cell: what this is, whose it is, whether its songs are real, and what stands where.</summary>
internal static class TitleCell
{
    public static NotebookCell Of(Report report) => NotebookCell.Markdown("", "title", Text(report));

    private static string Text(Report report)
    {
        var grade = report.Grade;
        var text = new StringBuilder();
        text.Append($"# {grade.Rubric.Title}\n\n");
        if (report.Synthetic)
        {
            text.Append("> **SYNTHETIC DATA.** The songs were made by a program. No figure about songs here says anything about real ones.\n\n");
        }

        text.Append($"Submission: {grade.Submission.Name}");
        text.Append(grade.Submission.Commit is { } commit ? $", commit `{commit}`\n\n" : "\n\n");
        text.Append("Each question stands with its answer and, where it has one, its demonstration in C#. ");
        text.Append(
            $"The code cells were run in the sandbox, one after the other, on the inputs of the graded run (seed {report.Run.Seed}); the grade itself rests "
                + "on that run.\n\n"
        );
        if (report.ShowPoints)
        {
            text.Append(
                $"**{(grade.Passed ? "Passed" : "Not passed")}: {Numbers.Points(grade.Points)} of {Numbers.Points(grade.MaxPoints)} points** "
                    + $"({grade.PassMark:P0} passes)\n\n"
            );
        }

        foreach (var section in grade.Sections)
        {
            text.Append($"- {HeadingLink.To(section.Title)}{Points(report, section.Points, section.MaxPoints)}\n");
            foreach (var question in section.Questions)
            {
                text.Append($"  - {HeadingLink.To(question.Title)}{Points(report, question.Points, question.MaxPoints)}\n");
            }
        }

        if (report.Charts.Count > 0)
        {
            text.Append($"- {HeadingLink.To(ChartCells.Title)}\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Points(Report report, double points, double of) => report.ShowPoints ? $": {Numbers.Points(points)} of {Numbers.Points(of)}" : "";
}
