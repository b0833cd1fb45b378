using System.Text;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>The points of a submission as Markdown, for a pull request's comment or a job's summary.</summary>
internal static class MarkdownSummary
{
    private const int ShownQuestions = 100;
    private const int ShownFaults = 40;

    public static string Write(IReadOnlyList<Graded> grades) => string.Join('\n', grades.Select(Write));

    private static string Write(Graded graded)
    {
        var grade = graded.Grade;
        var text = new StringBuilder();
        Line($"### {graded.Result}");
        Line("");
        var rubric = $"{MarkdownText.Code(grade.Rubric.Title, 100)} ({MarkdownText.Code(grade.Rubric.Sha256, 12)})";
        Line($"Submission {MarkdownText.Code(grade.Submission.Name, 100)}, graded by {rubric}. {graded.Caveat}".TrimEnd());
        Line("");
        Line("| question | points | passed | partial | failed | blocked | waiting | harness fault |");
        Line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var questions = grade.Sections.SelectMany(section => section.Questions).ToList();
        foreach (var question in questions.Take(ShownQuestions))
        {
            var points = $"{Numbers.Points(question.Points)} of {Numbers.Points(question.MaxPoints)}";
            Line($"| {MarkdownText.Cell(question.Title, 80)} | {points} | {string.Join(" | ", Counts(question))} |");
        }

        More(questions.Count - ShownQuestions, "question", "questions");
        Faults();
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        void More(int left, string one, string many)
        {
            if (left > 0)
            {
                Line("");
                Line($"And {Numbers.Count(left, one, many)} more, in grade.json.");
            }
        }

        void Faults()
        {
            var faults = graded.Rows.Where(row => row.Score.Status is not (Status.Passed or Status.Ungraded)).ToList();
            if (faults.Count == 0)
            {
                return;
            }

            Line("");
            Line("#### What to do next");
            Line("");
            foreach (var (question, score) in faults.Take(ShownFaults))
            {
                var criterion = MarkdownText.Code($"{question.Title}: {CriterionName.Of(score)}", 200);
                Line($"- {criterion} {Numbers.PointsOf(score)}, {score.Status}: {MarkdownText.Code(score.Feedback)}");
            }

            More(faults.Count - ShownFaults, "criterion", "criteria");
        }
    }

    private static IEnumerable<int> Counts(QuestionGrade question) =>
        ((Status[])[Status.Passed, Status.Partial, Status.Failed, Status.Blocked, Status.Ungraded, Status.Error])
        .Select(status => question.Criteria.Count(score => score.Status == status));
}
