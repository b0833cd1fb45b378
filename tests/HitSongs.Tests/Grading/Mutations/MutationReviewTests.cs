using HitSongs.Grading.Evidence;
using HitSongs.Grading.Mutations;
using HitSongs.Grading.RubricFiles;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Mutations;

/// <summary>Which weakened criteria are noticed by what is known, and which live on.</summary>
public sealed class MutationReviewTests
{
    private const string Model = "model: {timeout: 120, memory: 2048, folds: 5}";
    private const string Concept = "  - {id: c, kind: concept, points: 2, name: The idea, match: {any: [gradient]}, missing: Say more.}";
    private const string Metric = "  - {id: m, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.8, atMost: 0.97}";

    [Test]
    public void A_metric_is_held_by_models_that_know_nothing_and_everything()
    {
        var survivors = Survivors(Metric, Model, Situation.Answered("Words.", model: Ran(0.9, baseline: 0.5)));

        Assert.That(survivors, Is.Empty);
    }

    [Test]
    public void A_threshold_that_the_trivial_model_reaches_is_not_noticed_where_it_is_taken_away()
    {
        var survivors = Survivors(
            "  - {id: m, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.4}", Model, Situation.Answered("Words.", model: Ran(0.9, baseline: 0.5)));

        Assert.That(survivors, Does.Contain("m: threshold `atLeast` taken away"));
    }

    [Test]
    public void The_key_of_a_choice_is_held_by_the_right_submission()
    {
        const string quiz = "  - {id: q, kind: choice, points: 1, item: 1, correct: b, question: Which?, options: [one, two], explanation: Because.}";

        var survivors = Survivors(quiz, "", Situation.Answered("## 1. Which?\n\n- [ ] a) one\n- [x] b) two\n"));

        Assert.That(survivors, Does.Not.Contain("q: key changed").And.Not.Contain("q: removed"));
    }

    [Test]
    public void A_claim_is_held_by_a_number_that_is_just_too_far_off()
    {
        const string claim = "  - {id: k, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: 'AUC of {number}', phrase: 'an AUC of \u2026', tolerance: 0.01}";

        Assert.That(Survivors(claim, Model, Situation.Answered("It has an AUC of 0.9 here.", model: Ran(0.9, 0.5))), Is.Empty);
    }

    [Test]
    public void The_form_of_an_answer_is_held_by_answers_that_are_stretched_and_lose_their_headings()
    {
        const string form = "  - {id: s, kind: structure, points: 1, maxWords: 60, headings: [Why]}";

        Assert.That(Survivors(form, "", Situation.Answered(
            "# Why\n\nIt has enough words to be read as an answer. The second sentence makes it as long as it has to be for this question.\n")), Is.Empty);
    }

    [Test]
    public void A_concept_is_held_by_marked_answers_and_lives_on_without_them()
    {
        var question = Situation.RubricOf(Concept).Questions.Single();
        var evidence = Situation.Answered("The call adds the gradient to what the tensor holds.");
        Sample[] samples = [Sample("good", "The call adds the gradient to what the tensor holds.", 2), Sample("wrong", "Nothing of the kind happens there.", 0)];

        var held = MutationReview.SurvivorsOf(question, MarkedCases.OfSamples(question, samples, null), evidence);
        var alone = MutationReview.SurvivorsOf(question, MarkedCases.OfSamples(question, samples[..1], null), evidence);

        Assert.Multiple(() =>
        {
            Assert.That(held.Select(one => one.How), Does.Not.Contain("always passes").And.Not.Contain("removed"));
            Assert.That(alone.Select(one => one.How), Does.Contain("always passes"));
        });
    }

    [Test]
    public void Answers_that_are_held_out_are_not_looked_at()
    {
        var question = Situation.RubricOf(Concept).Questions.Single();

        Assert.That(MarkedCases.OfSamples(question, [Sample("aside", "The gradient.", 2) with { IsHeldOut = true }], null), Is.Empty);
    }

    [Test]
    public void A_criterion_that_waits_for_a_person_cannot_be_weakened() =>
        Assert.That(MutationReview.CountOf(Situation.RubricOf("  - {id: p, kind: manual, points: 1, name: Style}").Questions.Single()), Is.Zero);

    private static IEnumerable<string> Survivors(string criteria, string more, SubmissionEvidence submission)
    {
        var question = Situation.RubricOf(criteria, more).Questions.Single();
        return MutationReview.SurvivorsOf(question, WrongSubmissions.Of(question, submission.Questions.Single(), submission), submission)
            .Select(survivor => $"{survivor.Criterion}: {survivor.How}");
    }

    private static ModelRun Ran(double value, double baseline) =>
        Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(value, value - 0.02, value + 0.02, 800, baseline)));

    private static Sample Sample(string kind, string answer, double mark) =>
        new(kind, kind, false, new Dictionary<string, double> { ["c"] = mark }, answer, 1);
}
