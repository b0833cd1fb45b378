using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;
using HitSongs.Grading.Tuning;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Tuning;

public sealed class ProseCutTests
{
    private static readonly Question Question = Situation.RubricOf("  - {id: c, kind: concept, points: 2, name: The idea, match: {any: [sum]}, missing: Say more.}")
        .Questions.Single();

    [Test]
    public void The_cut_lies_between_those_that_state_it_and_those_that_do_not()
    {
        var cut = CutOf((2, 0.9), (2, 0.7), (0, 0.6), (0, 0.2), (0, 0.1));

        Assert.Multiple(() =>
        {
            Assert.That((cut.Answers, cut.Stated), Is.EqualTo((5, 2)));
            Assert.That(cut.Cut, Is.EqualTo(0.65).Within(1e-9));
            Assert.That(cut.Best, Is.EqualTo(new PrecisionAndRecall(1, 1)));
            Assert.That(cut.Now.Precision, Is.EqualTo(2.0 / 3).Within(1e-9), "by half, 0.6 is found as well");
            Assert.That(cut.Now.Recall, Is.EqualTo(1));
        });
    }

    [Test]
    public void Where_every_answer_states_it_there_is_no_cut() => Assert.That(CutOf((2, 0.9), (2, 0.3)).Cut, Is.Null);

    [Test]
    public void Where_prose_is_read_by_words_there_is_no_probability_and_no_cut() => Assert.That(CutOf((2, null), (0, null)).Cut, Is.Null);

    [Test]
    public void Precision_is_undefined_where_nothing_is_found() =>
        Assert.That(PrecisionAndRecall.Of([(true, false), (false, false)]), Is.EqualTo(new PrecisionAndRecall(double.NaN, 0)));

    private static ProseCut CutOf(params (double Mark, double? Probability)[] answers) => ProseCut.All(
        Question.Criteria,
        [
            .. answers.Select((answer, i) => new SampleReview(
                Question,
                new Sample($"s{i}", "half", false, new Dictionary<string, double> { ["c"] = answer.Mark }, "text", i + 1),
                [
                    new Score("c", "concept", Status.Partial, answer.Probability >= 0.5 ? 2 : 0, 2, "", []) { StatedProbability = answer.Probability },
                ])),
        ]).Single();
}
