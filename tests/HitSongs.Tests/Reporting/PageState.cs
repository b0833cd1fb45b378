using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting;
using HitSongs.Reporting.Charts;

namespace HitSongs.Tests.Reporting;

/// <summary>The states in which readers meet a report.</summary>
internal static class PageState
{
    public const string Perfect = "perfect";
    public const string Half = "half";
    public const string Failed = "failed";
    public const string WithoutCharts = "without-charts";

    public static readonly string[] All = [Perfect, Half, Failed, WithoutCharts];

    private const string Line =
        "var loss = torch.nn.functional.cross_entropy(model.forward(inputs), targets, weight: weights, reduction: Reduction.Mean); // a line as long as "
            + "programs have them";

    /// <summary>An answer that is wider than a phone in every way that Markdown has.</summary>
    private static readonly string Wide = $"""
        # Backpropagation

        It applies the **chain rule** at each node.

        Gradients *accumulate* in `.grad`; they are not overwritten.

        Gradients *accumulate* in `.grad`; they are not overwritten. See https://pytorch.org/docs/stable/notes/autograd.html#locally-disabling-gradient-computation-in-a-very-long-address

        ```csharp
        {Line}
        ```

            {Line}

        | {string.Join(" | ", Enumerable.Range(1, 9).Select(i => $"column {i}"))} |
        |{string.Concat(Enumerable.Repeat("---|", 9))}
        | {string.Join(" | ", Enumerable.Range(1, 9).Select(i => $"value{i}"))} |
        """;

    /// <summary>The charts of every state; they are drawn once.</summary>
    public static IReadOnlyList<Chart> Charts { get; } = SongCharts.Of(Studied(SampleReport.Create().Evidence));

    public static Report Of(string state, RenderedCharts drawn) =>
        state switch
        {
            Perfect => Analysed(SampleReport.Create(synthetic: false), drawn) is var report
                ? report with
                {
                    Grade = Marked(report.Grade, Status.Passed),
                }
                : throw new InvalidOperationException(),
            Half => Analysed(
                SampleReport.Create(answer: Wide, code: string.Join('\n', Enumerable.Repeat(Line, 60)), output: string.Join('\n', Enumerable.Repeat(Line, 60))),
                drawn
            ),
            Failed => NothingHandedIn(SampleReport.Create()),
            _ => Analysed(SampleReport.Create(), RenderedCharts.None("the font DejaVu Sans is not installed (Debian: apt-get install fonts-dejavu-core)")),
        };

    private static Report Analysed(Report report, RenderedCharts drawn) =>
        report with
        {
            Evidence = Studied(report.Evidence),
            Charts = Charts,
            Rendered = drawn,
        };

    private static SubmissionEvidence Studied(SubmissionEvidence evidence) =>
        evidence with
        {
            Songs = evidence.Songs! with { Findings = SampleStudy.Findings, Models = SampleStudy.Models },
        };

    private static Report NothingHandedIn(Report report) =>
        report with
        {
            Grade = Marked(report.Grade, Status.Failed),
            Evidence = report.Evidence with
            {
                Songs = null,
                Questions =
                [
                    .. report.Evidence.Questions.Select(question =>
                        question with
                        {
                            Answer = null,
                            Model = null,
                            Demonstration = Missing(question.Demonstration),
                        }
                    ),
                ],
            },
            Charts = [],
        };

    private static DemonstrationRun? Missing(DemonstrationRun? run) =>
        run is null
            ? null
            : run with
            {
                Program = run.Program with { Source = "", Outcome = RunOutcome.Missing, Reason = $"there is no {run.Program.File}", Output = "" },
                Inputs = [],
                Observations = [],
                Checks = [],
            };

    private static Grade Marked(Grade grade, Status status)
    {
        SectionGrade[] sections =
        [
            .. grade.Sections.Select(section =>
                Sum(
                    section with
                    {
                        Questions = [.. section.Questions.Select(question => SumOf(question with { Criteria = [.. question.Criteria.Select(Scored)] }))],
                    }
                )
            ),
        ];
        return grade with
        {
            Sections = sections,
            Points = sections.Sum(section => section.Points),
            UngradedPoints = 0,
            Passed = status == Status.Passed,
            Status = status,
            Metrics = status == Status.Passed ? grade.Metrics : new Dictionary<string, HitSongs.Metrics.Metric>(),
        };

        Score Scored(Score score) =>
            status == Status.Passed
                ? score with
                {
                    Status = status,
                    Points = score.MaxPoints,
                    Feedback = "",
                }
                : score with
                {
                    Status = status,
                    Points = 0,
                    Feedback = "There is no answers/…/answer.md. Write your answer there.",
                    Evidence = [],
                };

        static QuestionGrade SumOf(QuestionGrade question) => question with { Points = question.Criteria.Sum(score => score.Points) };
    }

    private static SectionGrade Sum(SectionGrade section) => section with { Points = section.Questions.Sum(question => question.Points) };
}
