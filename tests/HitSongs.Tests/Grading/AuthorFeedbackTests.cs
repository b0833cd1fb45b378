using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;
using HitSongs.Grading.Scoring;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>What weak submissions are told: messages that once left their author without a next step.</summary>
public sealed class AuthorFeedbackTests
{
    private const string Claim =
        "  - {id: said, kind: claim, points: 1, figure: LoudnessOfHits, pattern: 'loudness of {number} dB', tolerance: 0.05, phrase: 'hits have a median "
            + "loudness of \u2026 dB'}";
    private const string Demonstrates = "demonstration: {timeout: 1, memory: 64}";
    private const string Check = "  - {id: shown, kind: demonstration, points: 1, check: gradient}";

    private static Score Claimed(string answer) =>
        Grader
            .Grade(
                Situation.RubricOf(Claim),
                Situation.Answered(answer) with
                {
                    Songs = Situation.Songs("Songs") with { Study = new Dictionary<string, StudyFigure> { ["LoudnessOfHits"] = new(-6) } },
                }
            )
            .Only();

    [Test]
    public void A_number_that_is_not_stated_comes_with_a_sentence_that_would_state_it() =>
        Assert.That(
            Claimed("Hits are loud.").Feedback,
            Is.EqualTo(
                "No sentence of the answer states LoudnessOfHits as a number: write such as \"hits have a median loudness of \u2026 dB\", with your value."
            )
        );

    [Test]
    public void An_example_that_the_pattern_does_not_find_is_a_fault_of_the_rubric() =>
        Assert.That(
            () => Situation.RubricOf(Claim.Replace("hits have a median loudness", "hits are at a level", StringComparison.Ordinal)),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("does not find its number")
        );

    [TestCase("---\ndata: Songs\nA loudness of -6 dB.", "begins at line 1 has no end")]
    [TestCase("---\ndata Songs\n---\nA loudness of -6 dB.", "Line 2 of the front matter has no colon")]
    public void A_broken_front_matter_is_told_with_its_line(string answer, string feedback) =>
        Assert.That(Claimed(answer), Has.Property(nameof(Score.Status)).EqualTo(Status.Blocked).And.Property(nameof(Score.Feedback)).Contains(feedback));

    [TestCase("---\n\nA loudness of -6 dB.", Description = "a rule, and no front matter")]
    [TestCase("---\n# a comment: fine\n\ndata: Songs\n---\nA loudness of -6 dB.")]
    [TestCase("---")]
    [TestCase("")]
    public void What_is_no_broken_front_matter_is_not_called_so(string answer) => Assert.That(Claimed(answer).Feedback, Does.Not.Contain("front matter"));

    [Test]
    public void A_missing_program_is_named_once() =>
        Assert.That(
            Grader
                .Grade(
                    Situation.RubricOf(Check, Demonstrates),
                    Situation.Answered("Words.", Situation.Demonstration(Situation.Program(RunOutcome.Missing, "there is no file")))
                )
                .Only()
                .Feedback,
            Is.EqualTo($"The demonstration is missing: there is no answers/{Situation.Question}/Demonstration.cs. Mend that first, then run it again.")
        );

    [Test]
    public void What_was_not_observed_is_asked_for_by_the_line_to_write() =>
        Assert.That(
            Grader
                .Grade(
                    Situation.RubricOf(Check, Demonstrates),
                    Situation.Answered(
                        "Words.",
                        Situation.Demonstration(
                            Situation.Program(),
                            new CheckResult("gradient", false, "the gradient: 2", "nothing was observed under the name \"g\"", null)
                        )
                    )
                )
                .Only()
                .Feedback,
            Does.StartWith("Nothing was observed under the name \"g\". Add a line with Observe(name, value)").And.EndWith("expected there is the gradient: 2.")
        );

    [Test]
    public void A_missing_heading_and_a_short_text_are_told_together_and_briefly() =>
        Assert.That(
            Situation
                .Grade("  - {id: form, kind: structure, points: 1, minWords: 100, headings: [Limits, Results]}", "# Results\n\nThese are my words.")
                .Feedback,
            Is.EqualTo(
                "The answer is not in the form asked for: it has no heading \"Limits\": add it; it has 5 words and needs 100: say more about what the "
                    + "question asks for (code and formulas are not counted)."
            )
        );

    private static IEnumerable<Question> Questions() =>
        RubricFolder.Read(Path.Combine(Repository.Root, "rubric")).Questions.Where(question => question.Id.Split('/', '-').Length >= 6);

    [TestCaseSource(nameof(Questions))]
    public void The_name_of_the_question_as_a_heading_says_nothing_about_it(Question question)
    {
        const string vague =
            "This is an important topic that many people work on. It works very well in practice, and there is much that one could say about it.";

        Assert.That(
            ProseMarks.Of(question, $"# {question.Id}\n\n{vague}", Repository.Encoder).Sum(score => score.Points),
            Is.EqualTo(ProseMarks.Of(question, vague, Repository.Encoder).Sum(score => score.Points))
        );
    }
}
