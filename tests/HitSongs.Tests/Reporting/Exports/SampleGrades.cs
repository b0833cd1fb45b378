using HitSongs.Grading.Grades;
using HitSongs.Reporting.Exports;

namespace HitSongs.Tests.Reporting.Exports;

/// <summary>Grades with a criterion of every status.</summary>
internal static class SampleGrades
{
    /// <summary>What breaks formats that were put together by hand.</summary>
    public const string Hostile =
        "=cmd|' /C calc'!A0\n\"quoted\", and; ]]> </failure><failure> \u001b[31mred\u001b[0m \u202Eevil \uD800 \uFFFE \0 ::error::x | [a](javascript:x) <img "
            + "src=x> @all #1 ``` `";

    /// <summary>19.5 of 35 points; 8 wait for a person.</summary>
    public static Graded Sample { get; } = Of(SampleReport.Create().Grade);

    /// <summary>The same with a fault of the harness.</summary>
    public static Graded WithHarnessFault { get; } = Of(WithScores(
        SampleReport.Create().Grade with { Status = Status.Error },
        score => score.Id == "gradients-accumulate" ? score with { Status = Status.Error, Points = 0, Feedback = "The disk is full." } : score));

    /// <summary>The same with this text wherever a submission, or a stranger who writes a grade, can put one.</summary>
    public static Graded WithText(string text)
    {
        var grade = WithScores(Sample.Grade, score => score with { Id = text, Kind = text, Feedback = text, Evidence = [new(text, 1, text)] });
        return Of(
            grade with
            {
                Submission = new(text, text),
                Rubric = new(text, text),
                Sections =
                [
                    .. grade.Sections.Select(section =>
                        section with
                        {
                            Id = text,
                            Title = text,
                            Questions = [.. section.Questions.Select(question => question with { Id = text, Title = text })],
                        }
                    ),
                ],
                Metrics = grade.Metrics.Take(1).ToDictionary(_ => text, metric => metric.Value),
            }
        );
    }

    private static Graded Of(Grade grade) => new(grade, SampleReport.Create().Run);

    private static Grade WithScores(Grade grade, Func<Score, Score> change) =>
        grade with
        {
            Sections =
            [
                .. grade.Sections.Select(section =>
                    section with
                    {
                        Questions = [.. section.Questions.Select(question => question with { Criteria = [.. question.Criteria.Select(change)] })],
                    }
                ),
            ],
        };
}
