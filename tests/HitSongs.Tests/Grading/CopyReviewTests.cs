using HitSongs.Grading.Copies;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class CopyReviewTests
{
    private const string Passage = "the gradients of every parameter are added to what was there before, and so they have to be cleared";
    private const string Other = "evaluation/pytorch/2-other";

    private static Rubric TwoQuestions()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        foreach (var question in (string[])[Situation.Question, Other])
        {
            folder.Write(
                $"rubric/{question}.yaml",
                $"{Situation.Head}\ncriteria:\n  - {{id: why, kind: concept, points: 1, name: n, missing: m., match: cleared}}\n"
            );
        }

        return RubricFolder.Read(folder.Path + "/rubric");
    }

    private static SubmissionEvidence Submission(string first, string second, string name = "someone") =>
        Situation.EvidenceOf(Answer(Situation.Question, first), Answer(Other, second)) with { Submission = new SubmissionIdentity(name, null) };

    private static QuestionEvidence Answer(string question, string text) => new(question, new AnswerText($"answers/{question}/answer.md", text), null, null);

    [Test]
    public void Two_answers_that_share_a_passage_are_reported_with_both_passages_and_lines_and_lose_no_points()
    {
        var grade = Grader.Grade(TwoQuestions(), Submission($"My own words.\n\nThen {Passage}.", $"---\ndata: x\n---\nOther words, and **{Passage}**, I say."));

        var found = grade.Copies.Single();
        Assert.Multiple(() =>
        {
            Assert.That((found.Question, found.File, found.Line), Is.EqualTo((Other, $"answers/{Other}/answer.md", 4)));
            Assert.That((found.Source, found.SourceLine, found.Words), Is.EqualTo((Situation.AnswerFile, 3, 19)));
            Assert.That((found.Passage, found.SourcePassage), Is.EqualTo((Passage, Passage)));
            Assert.That(grade.Sections.Single().Questions.Select(question => question.Points), Is.All.EqualTo(1));
        });
    }

    [Test]
    public void A_copied_prompt_is_reported_with_its_line() =>
        Assert.That(
            Grader
                .Grade(
                    TwoQuestions(),
                    Submission("Cleared.\nExplain in your own words what a call of the method does to the derivative of a tensor in your program.", "Cleared.")
                )
                .Copies.Single(),
            Has.Property(nameof(CopyFinding.Source))
                .EqualTo("the prompt")
                .And.Property(nameof(CopyFinding.Line))
                .EqualTo(2)
                .And.Property(nameof(CopyFinding.SourceLine))
                .EqualTo(1)
        );

    [Test]
    public void A_passage_is_told_once_however_many_texts_have_it()
    {
        var rubric = TwoQuestions();
        var found = CopyReview.Between(
            rubric,
            Submission($"Here {Passage}.", "Nothing."),
            [Submission($"I think {Passage}.", "No.", "first"), Submission($"Well, {Passage}.", "No.", "second")]
        );

        Assert.That(found.Select(finding => finding.Source), Is.EqualTo(new[] { $"first: {Situation.AnswerFile}" }));
    }

    [TestCase($"```\n{Passage}\n```", Description = "code")]
    [TestCase($"- [x] a) {Passage}", Description = "an option to tick")]
    [TestCase("the gradients of every parameter are added to what was there", Description = "ten words or fewer are not")]
    public void What_is_no_prose_or_short_is_not_reported(string text) =>
        Assert.That(
            Grader.Grade(TwoQuestions(), Submission($"It says {text.Replace("was there", "stood there", StringComparison.Ordinal)}", text)).Copies,
            Is.Empty
        );

    [Test]
    public void Answers_of_different_submissions_to_one_question_are_compared()
    {
        var rubric = TwoQuestions();
        var found = CopyReview.Between(
            rubric,
            Submission($"Here {Passage}.", "Nothing."),
            [Submission($"I think {Passage}.", $"Well, {Passage}.", "another"), Submission("No.", "No.", "third")]
        );

        Assert.That(found.Select(finding => finding.Source), Is.EqualTo(new[] { $"another: {Situation.AnswerFile}" }));
    }

    [Test]
    public void An_answer_that_stands_for_two_questions_is_no_copy_of_itself()
    {
        var answer = Answer(Situation.Question, $"Here {Passage}.");

        Assert.That(CopyReview.Within(TwoQuestions(), Situation.EvidenceOf(answer, answer with { Question = Other })), Is.Empty);
    }

    [Test]
    public void The_reference_answers_of_the_repository_share_nothing()
    {
        var rubric = RubricFolder.Read(Path.Combine(Repository.Root, "rubric"));
        var answers = rubric.Questions.Select(question => $"answers/{question.Id}/answer.md").Where(file => File.Exists(Path.Combine(Repository.Root, file)));
        var evidence = answers
            .Select(file => new QuestionEvidence(
                Path.GetDirectoryName(file)!["answers/".Length..],
                new AnswerText(file, File.ReadAllText(Path.Combine(Repository.Root, file))),
                null,
                null
            ))
            .ToArray();

        Assert.That(evidence, Has.Length.GreaterThan(10));
        Assert.That(CopyReview.Within(rubric, Situation.EvidenceOf(evidence)), Is.Empty);
    }

    [Test]
    public void Long_answers_take_time_in_proportion()
    {
        var text = string.Concat(Enumerable.Range(0, 25_000).Select(i => $"w{i} "));
        var before = Environment.CpuUsage.TotalTime;

        var found = CopyReview.Within(TwoQuestions(), Submission(text, text)).Single();

        Assert.That(found.Passage, Has.Length.LessThan(2_100));
        Assert.That(
            Environment.CpuUsage.TotalTime - before,
            Is.LessThan(TimeSpan.FromSeconds(3)),
            "a second is what is promised; the collector runs on other threads"
        );
    }
}
