using HitSongs.Grading.Grades;
using HitSongs.Reporting;
using HitSongs.Reporting.Text;
using Spectre.Console;

namespace HitSongs.Cli.Terminal;

/// <summary>A grade for the terminal, readable from 60 columns on.</summary>
public static class ScoreTable
{
    /// <summary>Writes sections, questions and criteria; of criteria below full points also why. Colour is up to <paramref name="console"/>.</summary>
    /// <param name="questionsInAll">How many questions there are: where fewer were graded, that is no verdict.</param>
    public static void Write(IAnsiConsole console, Grade grade, int? questionsInAll = null)
    {
        foreach (var section in grade.Sections)
        {
            console.Write(SectionTable(section));
            console.WriteLine();
        }

        var graded = grade.Sections.Sum(section => section.Questions.Count);
        if (graded < questionsInAll)
        {
            console.Write(
                new Markup(
                    $"[bold]{graded} of {questionsInAll} questions[/]: {Points(grade.Points, grade.MaxPoints)} points. Grade them all to see whether it "
                        + "passes.\n"
                )
            );
            return;
        }

        foreach (var section in grade.Sections.Where(section => !section.ReachesItsMark))
        {
            console.Write(
                new Markup(
                    $"{Markup.Escape(Harmless(section.Title))}: {Points(section.Points, section.MaxPoints)} points; {section.PassMark:P0} of them are needed.\n"
                )
            );
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
            table.AddRow(
                new Markup($"[bold]{Markup.Escape(Harmless(question.Title))}[/]\n[dim]{Markup.Escape(Harmless(question.Id))}[/]"),
                Text.Empty,
                new Markup($"[bold]{Points(question.Points, question.MaxPoints)}[/]")
            );
            var (unread, told) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach (var alike in Alike(question.Criteria))
            {
                // One crash fails every check of a demonstration: its reason is told once.
                var score = alike[0];
                var isNew = score.Status == Grading.Grades.Status.Passed || told.Add(score.Feedback);
                var name = $"{CriterionName.Of(score)}{(alike.Count > 1 ? $", {alike.Count} times" : "")}";
                table.AddRow(
                    Criterion(score, name, isNew ? WithoutRepetition(score.Feedback, unread) : "The same reason."),
                    new Markup(Coloured(score.Status)),
                    new Text(Numbers.PointsOf(alike))
                );
            }
        }

        return table;
    }

    /// <summary>Neighbours that read the same, such as those that wait for the evaluator and do not say what they are about, as one.</summary>
    private static List<List<Score>> Alike(IReadOnlyList<Score> scores)
    {
        var groups = new List<List<Score>>();
        foreach (var score in scores)
        {
            var last = groups.LastOrDefault()?[0];
            if (
                last is { Name.Length: > 0, Status: Grading.Grades.Status.Ungraded, Proposal: null }
                && (last.Name, last.Kind, last.Status, last.Feedback, score.Proposal) == (score.Name, score.Kind, score.Status, score.Feedback, null)
            )
            {
                groups[^1].Add(score);
            }
            else
            {
                groups.Add([score]);
            }
        }

        return groups;
    }

    /// <summary>Tells what was not read of an answer with its first criterion alone.</summary>
    private static string WithoutRepetition(string feedback, HashSet<string> told)
    {
        var start = feedback.LastIndexOf(" Not read: ", StringComparison.Ordinal);
        return start < 0 || told.Add(feedback[start..]) ? feedback : feedback[..start];
    }

    private static Padder Criterion(Score score, string name, string reason)
    {
        var text = new Paragraph(Harmless(name));
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
