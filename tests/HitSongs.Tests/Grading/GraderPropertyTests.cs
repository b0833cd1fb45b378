using FsCheck;
using FsCheck.Fluent;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class GraderPropertyTests
{
    private static readonly Rubric Rubric = Situation.RubricOf(
        """
          - {id: idea, kind: concept, points: 2.33, name: n, missing: m., match: {near: [gradient, accumulate], within: 6}}
          - {id: order, kind: concept, points: 1, name: n, missing: m., match: {ordered: [zero, backward, step]}}
          - {id: form, kind: concept, points: 1, name: n, missing: m., match: {regex: "chain[- ]rule"}}
          - {id: mistake, kind: misconception, points: 1, name: n, match: weights, say: s.}
          - {id: q1, kind: choice, points: 1, item: 1, correct: b}
          - {id: roc, kind: metric, points: 3.17, metric: AreaUnderRocCurve, atLeast: 0.88, atMost: 0.97, partialFrom: 0.7, above: baseline, margin: 0.05}
          - {id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: "AUC is (?<value>[0-9.]+)", tolerance: 0.01}
          - {id: why, kind: manual, points: 2, name: n}
        """,
        "model: {timeout: 60, memory: 2048, folds: 5}");

    // Paragraphs of words that the rubric looks for, marks of Markdown and whatever else.
    private static readonly Gen<string> Paragraphs = Gen.ListOf(
            Gen.OneOf(
                Gen.Elements(
                    "gradient",
                    "gradients",
                    "accumulate",
                    "not",
                    "but",
                    "the",
                    "zero",
                    "backward",
                    "step",
                    "chain rule",
                    "weights",
                    "AUC is 0.9",
                    "AUC is 1e9",
                    ".",
                    ",",
                    "\n"
                ),
                Gen.Elements(
                    "# ",
                    "## 1. x\n",
                    "- [x] b) y\n",
                    "- [ ] a) z\n",
                    "```\n",
                    "$",
                    "$$",
                    "`",
                    "**",
                    "[",
                    "](",
                    "<div>",
                    "<!--",
                    "|",
                    "> ",
                    "---\n",
                    "\0",
                    "\ud800",
                    "\u00e9",
                    "\t"
                ),
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
            )
        )
        .Select(parts => string.Join(' ', parts));

    private static readonly Gen<SubmissionEvidence> Evidence =
        from paragraphs in Gen.ListOf(Paragraphs)
        from outcome in Gen.Elements(Enum.GetValues<RunOutcome>())
        from value in Gen.OneOf(Gen.Choose(0, 1000).Select(i => i / 1000.0), Gen.Constant(double.NaN))
        from baseline in Gen.Elements<double?>(null, 0.5)
        select Situation.Answered(
            string.Join("\n\n", paragraphs),
            model: Situation.Model(Situation.Program(outcome), (MetricNames.AreaUnderRocCurve, new Metric(value, null, null, 800, baseline))));

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(Arb.From(gen), holds).QuickCheckThrowOnFailure();

    [Test]
    public void Points_lie_between_nothing_and_the_most_and_fit_their_status() => ForAll(Evidence, evidence => Grader
                .Grade(Rubric, evidence)
                .Sections.SelectMany(section => section.Questions)
                .SelectMany(question => question.Criteria)
                .All(score =>
                    score.Status switch
                    {
                        Status.Passed => score.Points == score.MaxPoints,
                        Status.Partial => score.Points > 0 && score.Points < score.MaxPoints,
                        _ => score.Points == 0,
                    }
                    && score.Feedback.Length > 0
                    && score.Points == Math.Round(score.Points, 2)
                ));

    [Test]
    public void Totals_are_the_sums_of_their_parts() =>
        ForAll(Evidence, evidence =>
        {
            var grade = Grader.Grade(Rubric, evidence);
            var question = grade.Sections.Single().Questions.Single();
            return question.Points == Math.Round(question.Criteria.Sum(score => score.Points), 2)
                && question.MaxPoints == Math.Round(question.Criteria.Sum(score => score.MaxPoints), 2)
                && grade.Sections.Single().Points == question.Points
                && grade.Points == question.Points
                && grade.MaxPoints == question.MaxPoints;
        });

    [Test]
    public void Grading_twice_gives_the_same_bytes_and_they_can_be_read_back() =>
        ForAll(Evidence, evidence =>
        {
            var json = GradeJson.Write(Grader.Grade(Rubric, evidence), evidence.Run);
            var (grade, run) = GradeJson.Read(json);
            return json == GradeJson.Write(Grader.Grade(Rubric, evidence), evidence.Run) && json == GradeJson.Write(grade, run);
        });

    [Test]
    public void Blank_lines_between_paragraphs_and_at_the_end_change_no_score()
    {
        var plain =
            from paragraphs in Gen.ListOf(
                Gen.ListOf(
                        Gen.Elements(
                            "gradients",
                            "accumulate",
                            "do",
                            "not",
                            "but",
                            "the",
                            "of",
                            "zero",
                            "backward",
                            "step",
                            "chain rule",
                            "weights",
                            "AUC is 0.9.",
                            ",",
                            ";"
                        )
                    )
                    .Select(words => string.Join(' ', words))
            )
            from blank in Gen.Choose(1, 5)
            select (Together: string.Join("\n\n", paragraphs), Apart: string.Join("\n\n" + new string('\n', blank), paragraphs) + new string('\n', blank));

        ForAll(plain, text => ScoresOf(text.Together).SequenceEqual(ScoresOf(text.Apart)));
    }

    [Test]
    public void Evidence_that_is_written_is_read_back_as_it_was() =>
        ForAll(Evidence, evidence =>
        {
            using var folder = new TemporaryFolder();
            EvidenceFolder.Write(folder.Path, evidence);
            var read = EvidenceFolder.Read(folder.Path);
            return GradeJson.Write(Grader.Grade(Rubric, read), read.Run) == GradeJson.Write(Grader.Grade(Rubric, evidence), evidence.Run)
                || evidence.Questions[0].Answer!.Text.Any(char.IsSurrogate);
        });

    private static IEnumerable<(string, Status, double)> ScoresOf(string answer) =>
        Grader
            .Grade(
                Rubric,
                Situation.Answered(answer, model: Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(0.9, null, null, 800, 0.5))))
            )
            .Sections[0]
            .Questions[0]
            .Criteria.Select(score => (score.Id, score.Status, score.Points));
}
