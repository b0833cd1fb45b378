using System.Text;
using System.Text.Json.Nodes;

namespace HitSongs.Cli.Reporting;

/// <summary>The first cell: what this is, whose it is, and whether its songs are real.</summary>
internal static class TitleCells
{
    public static JsonObject Of(Report report)
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
        text.Append($"The outputs are those of the graded run (seed {report.Run.Seed}).\n\n");
        foreach (var section in grade.Sections)
        {
            text.Append($"- {section.Title}\n");
            foreach (var question in section.Questions)
            {
                text.Append($"  - {question.Title}\n");
            }
        }

        return Cell.Markdown("", "title", text.ToString().TrimEnd());
    }
}
