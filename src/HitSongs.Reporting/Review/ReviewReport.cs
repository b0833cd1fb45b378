using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting.Charts;

namespace HitSongs.Reporting.Review;

/// <summary>One question of a submission as a report, for the parts that show it.</summary>
internal static class ReviewReport
{
    public static Report Of(OpenSubmission submission, Question asked, QuestionGrade graded)
    {
        var copies = submission.Grade.Copies.Where(copy => copy.Question == asked.Id);
        var section = new SectionGrade(asked.Id, graded.Title, graded.Points, graded.MaxPoints, [graded]);
        return new Report(
            submission.Grade with { Sections = [section], Copies = [.. copies] },
            submission.Evidence.Run,
            submission.Evidence,
            [new ReportQuestion(asked.Id, asked.Title, asked.Prompt)],
            [],
            RenderedCharts.None("not drawn for review"),
            null);
    }
}
