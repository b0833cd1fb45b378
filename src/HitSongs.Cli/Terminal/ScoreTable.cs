using HitSongs.Grading.Grades;
using HitSongs.Reporting;
using Spectre.Console;

namespace HitSongs.Cli.Terminal;

/// <summary>A grade for the terminal, readable from 60 columns on.</summary>
public static class ScoreTable
{
    /// <summary>Writes sections, questions and criteria; of criteria below full points also why. Colour is up to <paramref name="console"/>.</summary>
    public static void Write(IAnsiConsole console, Grade grade)
    {
        foreach (var section in grade.Sections)
        {
            console.Write(SectionTable(section));
            console.WriteLine();
        }

        var verdict = grade.Passed ? "Passed" : "Not passed";
        var waiting = grade.UngradedPoints > 0 ? $" {Numbers.Points(grade.UngradedPoints)} points wait for a person." : "";
        console.Write(new Markup($"[bold]{verdict}[/]: {Points(grade.Points, grade.MaxPoints)} points; {grade.PassMark:P0} passes.{waiting}\n"));
    }

    private static Spectre.Console.Table SectionTable(SectionGrade section)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).Expand();
        table.AddColumn(new TableColumn(new Markup($"[bold]{Markup.Escape(Harmless(section.Title))}[/]")));
        table.AddColumn(new TableColumn("Status").NoWrap().Width(10));
        table.AddColumn(new TableColumn(Points(section.Points, section.MaxPoints)).RightAligned().NoWrap());
        foreach (var question in section.Questions)
        {
            table.AddRow(new Markup($"[bold]{Markup.Escape(Harmless(question.Title))}[/]\n[dim]{Markup.Escape(Harmless(question.Id))}[/]"), Text.Empty, new Markup($"[bold]{Points(question.Points, question.MaxPoints)}[/]"));
            var unread = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (index, score) in question.Criteria.Index())
            {
                // One crash fails every check of a demonstration: its reason is told once.
                var told = index > 0 && question.Criteria[index - 1].Feedback == score.Feedback;
                table.AddRow(Criterion(score, told ? "The same reason." : WithoutRepetition(score.Feedback, unread)), new Markup(Coloured(score.Status)), new Text(Numbers.PointsOf(score)));
            }
        }

        return table;
    }

    /// <summary>What was not read of an answer is told with the first of its criteria.</summary>
    private static string WithoutRepetition(string feedback, HashSet<string> told)
    {
        var start = feedback.LastIndexOf(" Not read: ", StringComparison.Ordinal);
        return start < 0 || told.Add(feedback[start..]) ? feedback : feedback[..start];
    }

    private static Padder Criterion(Score score, string reason)
    {
        var text = new Paragraph(Harmless(Words.Title(score.Id)));
        if (score.Status != Grading.Grades.Status.Passed && reason.Length > 0)
        {
            text.Append("\n" + Harmless(reason), new Style(decoration: Decoration.Dim));
        }

        return new Padder(text, new Padding(2, 0, 0, 0));
    }

    /// <summary>Feedback quotes the submission: no character of it may steer the terminal.</summary>
    internal static string Harmless(string text) => SteeringCharacters.Replace(text.ReplaceLineEndings("\n"), '\n');

    private static string Points(double points, double of) => $"{Numbers.Points(points)} of {Numbers.Points(of)}";

    private static string Coloured(Grading.Grades.Status status) => status switch
    {
        Grading.Grades.Status.Passed => "[green]passed[/]",
        Grading.Grades.Status.Partial => "[yellow]partial[/]",
        Grading.Grades.Status.Failed => "[red]failed[/]",
        Grading.Grades.Status.Blocked => "[grey]blocked[/]",
        Grading.Grades.Status.Ungraded => "[blue]ungraded[/]",
        _ => "[red]error[/]",
    };
}
