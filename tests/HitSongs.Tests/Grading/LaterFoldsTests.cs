using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class LaterFoldsTests
{
    private const string Settings = "model: {timeout: 120, memory: 2048, folds: 5}";

    [TestCase(0.95, 0.75, Status.Failed, Description = "labels were passed on from fold to fold")]
    [TestCase(0.80, 0.75, Status.Passed, Description = "the first fold was a hard one")]
    [TestCase(0.75, 0.95, Status.Passed, Description = "the first fold was an easy one")]
    [TestCase(0.95, double.NaN, Status.Passed, Description = "too small to tell")]
    public void A_model_that_is_far_better_on_the_later_folds_than_on_the_first_earns_nothing(double all, double first, Status expected)
    {
        var score = Grade("atLeast: 0.7", MetricNames.AreaUnderRocCurve, new Metric(all, all - 0.01, all + 0.01, 4000, 0.5), new Metric(first, first - 0.03, first + 0.03, 800, 0.5));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected), score.Feedback);
            Assert.That(score.Feedback, expected == Status.Failed ? Does.Contain("over all folds").And.Contain("0.75 on the first") : Does.Not.Contain("fold"));
        });
    }

    [TestCase(4, 18, Status.Failed)]
    [TestCase(18, 4, Status.Passed)]
    public void Of_an_error_the_smaller_is_the_better(double all, double first, Status expected) =>
        Assert.That(
            Grade("atMost: 20", MetricNames.RootMeanSquaredError, new Metric(all, all - 0.3, all + 0.3, 4000, 20), new Metric(first, first - 0.8, first + 0.8, 800, 20)).Status,
            Is.EqualTo(expected));

    private static Score Grade(string keys, string name, Metric all, Metric first)
    {
        var model = Situation.Model(Situation.Program(), (name, all)) with { FirstFold = new Dictionary<string, Metric> { [name] = first } };
        var rubric = Situation.RubricOf($"  - {{id: m, kind: metric, points: 3, metric: {name}, {keys}}}", Settings);
        return Grader.Grade(rubric, Situation.Answered("Words.", model: model)).Only();
    }
}
