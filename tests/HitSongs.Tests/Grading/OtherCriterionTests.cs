using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class MisconceptionCriterionTests
{
    private const string Criterion =
        """
          - id: resets-weights
            kind: misconception
            points: 1
            name: zero_grad does not touch the weights
            match: {near: [any-reset, weight], within: 6}
            unless: {regex: mistake|wrong}
            say: It clears something else.
        """;

    private static Status StatusOf(string answer) =>
        Grader.Grade(Situation.RubricOf(Criterion.Replace("any-reset", "reset", StringComparison.Ordinal)), Situation.Answered(answer)).Only().Status;

    [TestCase("It resets the weights.", Status.Failed)]
    [TestCase("It does not reset the weights.", Status.Passed)]
    [TestCase("That it resets the weights is a common mistake.", Status.Passed)]
    [TestCase("It resets the weights.\n\nSomething else is wrong.", Status.Failed, Description = "the excuse stands in another paragraph")]
    [TestCase("It clears the gradients.", Status.Passed)]
    [TestCase("", Status.Blocked)]
    [TestCase("  \n\n ", Status.Blocked)]
    [TestCase("```\ncode\n```", Status.Blocked)]
    public void Stating_the_falsehood_loses_the_points_and_saying_nothing_earns_none(string answer, Status expected) =>
        Assert.That(StatusOf(answer), Is.EqualTo(expected));

    [Test]
    public void Feedback_names_the_line_and_says_what_is_so()
    {
        var score = Situation.Grade(Criterion.Replace("any-reset", "reset", StringComparison.Ordinal), "Well.\n\nIt resets the weights.");

        Assert.Multiple(() =>
        {
            Assert.That(score.Feedback, Is.EqualTo("Line 3: It clears something else."));
            Assert.That(score.Evidence.Single().Quote, Is.EqualTo("It resets the weights."));
        });
    }

    [TestCase("Lorem ipsum is what it is.", Status.Blocked)]
    [TestCase("The gradients are cleared.", Status.Passed)]
    public void An_answer_that_says_nothing_asked_for_earns_nothing_for_not_being_wrong(string answer, Status expected)
    {
        const string concept = "  - {id: clears, kind: concept, points: 1, name: n, missing: m., match: gradient}";
        var grade = Grader.Grade(Situation.RubricOf($"{Criterion}\n{concept}"), Situation.Answered(answer));

        Assert.That(grade.Score("resets-weights").Status, Is.EqualTo(expected));
    }
}

public sealed class ManualCriterionTests
{
    private const string Criterion = "  - {id: motivation, kind: manual, points: 2, name: Motivation}";

    [Test]
    public void It_waits_for_a_person_and_counts_neither_way()
    {
        var grade = Grader.Grade(Situation.RubricOf(Criterion), Situation.Answered("Because I want to."));

        Assert.Multiple(() =>
        {
            Assert.That(grade.Only().Status, Is.EqualTo(Status.Ungraded));
            Assert.That((grade.Points, grade.MaxPoints, grade.UngradedPoints), Is.EqualTo((0.0, 2.0, 2.0)));
            Assert.That(grade.Status, Is.EqualTo(Status.Ungraded));
            Assert.That(grade.Passed, Is.False, "nothing graded is never a pass");
        });
    }

    [Test]
    public void Without_an_answer_there_is_nothing_to_wait_for() => Assert.That(Situation.Grade(Criterion, " ").Status, Is.EqualTo(Status.Failed));
}

public sealed class DemonstrationCriterionTests
{
    private const string Settings = "demonstration: {timeout: 60, memory: 2048}";
    private const string Criterion = "  - {id: gradient, kind: demonstration, points: 3, check: gradient}";

    private static Score Grade(DemonstrationRun? run) => Grader.Grade(Situation.RubricOf(Criterion, Settings), Situation.Answered("Words.", run)).Only();

    private static CheckResult Check(bool holds) => new("gradient", holds, "the gradient: 2.5", holds ? "2.5" : "1", 3);

    [Test]
    public void A_check_that_holds_passes_with_its_line()
    {
        var score = Grade(Situation.Demonstration(Situation.Program(), Check(true)));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Passed));
            Assert.That(score.Feedback, Does.Contain("Expected the gradient: 2.5; seen 2.5").And.Contain("Demonstration.cs:3"));
            Assert.That(score.Evidence.Single(), Is.EqualTo(new EvidenceQuote($"answers/{Situation.Question}/Demonstration.cs", 3, "Observe(\"y\", y);")));
        });
    }

    [Test]
    public void One_of_several_checks_of_the_same_name_that_does_not_hold_fails()
    {
        var score = Grade(Situation.Demonstration(Situation.Program(), Check(true), Check(false)));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain("seen 1"));
        });
    }

    [TestCase(RunOutcome.DidNotCompile, Status.Failed, "did not compile")]
    [TestCase(RunOutcome.Crashed, Status.Failed, "crashed")]
    [TestCase(RunOutcome.TimedOut, Status.Failed, "timed out")]
    [TestCase(RunOutcome.OutOfMemory, Status.Failed, "more memory")]
    [TestCase(RunOutcome.TooMuchOutput, Status.Failed, "printed more")]
    [TestCase(RunOutcome.Unreadable, Status.Failed, "cannot be read")]
    [TestCase(RunOutcome.HarnessFault, Status.Error, "not the author's fault")]
    public void A_run_that_did_not_complete_says_why(RunOutcome outcome, Status expected, string feedback)
    {
        var score = Grade(Situation.Demonstration(Situation.Program(outcome, "some reason", 2), Check(true)));

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, Does.Contain(feedback).And.Contain("some reason").And.Contain("Demonstration.cs:2"));
        });
    }

    [Test]
    public void A_check_that_the_expectation_did_not_make_is_an_error() =>
        Assert.That(Grade(Situation.Demonstration(Situation.Program())).Status, Is.EqualTo(Status.Error));

    [Test]
    public void Evidence_without_a_run_is_an_error() => Assert.That(Grade(null).Status, Is.EqualTo(Status.Error));
}

public sealed class ClaimedFigureTests
{
    private const string Criterion =
        "  - {id: loudness, kind: claim, points: 2, figure: LoudnessOfHits, pattern: 'median of (?<value>[-−]?[0-9.,]+) dB', tolerance: 0.05}";

    [TestCase("Hits have a median of -6.04 dB.", Status.Passed, "says LoudnessOfHits is -6.04, computed was -6.0385 (95 % interval -6.2 to -5.8)")]
    [TestCase("Hits have a median of -8.1 dB.", Status.Failed, "correct the sentence.")]
    [TestCase("Hits have a median of -6.0 dB. Once more: a median of -8.1 dB.", Status.Failed, "-8.1")]
    [TestCase("Hits have a median of \u22126.0 dB.", Status.Passed, "is \u22126.0,")]
    [TestCase("Hits have a median of -6,000 dB.", Status.Failed, "is -6,000,")]
    [TestCase("Hits are loud.", Status.Failed, "states LoudnessOfHits as a number")]
    public void A_number_in_the_prose_is_compared_with_the_figure_of_the_songs(string answer, Status expected, string feedback)
    {
        var score = Grade(answer, new SortedDictionary<string, StudyFigure> { ["LoudnessOfHits"] = new(-6.0385, -6.2, -5.8) });

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected));
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }

    [Test]
    public void A_claim_about_other_songs_is_blocked() =>
        Assert.That(
            Grade("---\ndata: Real songs\n---\nA median of -6.0 dB.", new SortedDictionary<string, StudyFigure> { ["LoudnessOfHits"] = new(-6) }).Status,
            Is.EqualTo(Status.Blocked)
        );

    [Test]
    public void A_figure_that_the_songs_do_not_tell_is_no_fault_of_the_author() =>
        Assert.That(
            Grade("A median of -6.0 dB.", new SortedDictionary<string, StudyFigure> { ["LoudnessOfHits"] = new(double.NaN) }).Status,
            Is.EqualTo(Status.Blocked)
        );

    [Test]
    public void Evidence_without_any_figures_is_an_error_of_the_harness() =>
        Assert.That(Grade("A median of -6.0 dB.", null).Status, Is.EqualTo(Status.Error));

    [TestCase("figure: LoudnessOfHit", "nothing computes the figure `LoudnessOfHit`")]
    [TestCase("figure: MonthP@latin", "nothing computes the figure `MonthP@latin`")]
    [TestCase("figure: LoudnessOfHits, metric: F1Score", "both `metric` and `figure`")]
    public void A_figure_that_nothing_computes_is_a_fault_of_the_rubric(string named, string problem)
    {
        var criterion = Criterion.Replace("figure: LoudnessOfHits", named, StringComparison.Ordinal);

        Assert.That(() => Situation.RubricOf(criterion), Throws.TypeOf<InvalidInputException>().With.Message.Contain(problem));
    }

    [TestCase("a median of 211 s", Status.Passed, "is 211 s, computed was 211, in seconds")]
    [TestCase("a median of 211", Status.Passed, "is 211, computed")]
    [TestCase("a median of 3.52 minutes", Status.Passed, "is 3.52 minutes")]
    [TestCase("a median of 3.52-min songs", Status.Passed, "is 3.52-min")]
    [TestCase("a median of 211,000 ms", Status.Passed, "is 211,000 ms")]
    [TestCase("a median of 3:31", Status.Passed, "is 3:31")]
    [TestCase("a median of 3.5\u20133.6 min", Status.Failed, "correct the sentence")]
    [TestCase("a median of 211 minutes", Status.Failed, "is 211 minutes, computed was 211, in seconds")]
    [TestCase("a median of 211 dB", Status.Failed, "it is counted in seconds, not in dB")]
    [TestCase("a median of 211 songs", Status.Passed, "is 211, computed")]
    [TestCase("a median of 3:75", Status.Failed, "is not read as a number")]
    public void A_number_in_another_unit_is_converted_and_one_of_something_else_refused(string answer, Status expected, string feedback)
    {
        const string criterion = "  - {id: duration, kind: claim, points: 2, figure: DurationOfHits, pattern: 'median of {number}', tolerance: 1, unit: s}";
        var evidence = Situation.Answered(answer) with
        {
            Songs = Situation.Songs("Made songs") with { Study = new SortedDictionary<string, StudyFigure> { ["DurationOfHits"] = new(211) } },
        };

        var score = Grader.Grade(Situation.RubricOf(criterion), evidence).Only();

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(expected), score.Feedback);
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }

    private static Score Grade(string answer, SortedDictionary<string, StudyFigure>? figures) =>
        Grader.Grade(Situation.RubricOf(Criterion), Situation.Answered(answer) with { Songs = Situation.Songs("Made songs") with { Study = figures } }).Only();
}
