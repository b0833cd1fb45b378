using System.Text.RegularExpressions;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>What the prompts of the repository's rubric tell is what is enforced.</summary>
public sealed partial class PromptTests
{
    private static readonly Rubric Rubric = RubricFolder.Read(Path.Combine(Repository.Root, "rubric"));

    private static IEnumerable<Question> Written() => Rubric.Questions.Where(question => question.Criteria.Any(criterion => criterion.Kind == "concept"));

    [TestCaseSource(nameof(Written))]
    public void A_prompt_for_prose_says_the_limit_on_length_that_is_enforced(Question question)
    {
        Assert.That(question.Words, Is.Not.Null, "every answer in prose has a limit");
        Assert.That(Blank().Replace(question.Prompt, " "), Does.Contain($"Write {question.Words!.Text}"));
    }

    [TestCase(74, "it has 74 words and needs 100")]
    [TestCase(75, null)]
    [TestCase(250, null)]
    [TestCase(251, "it has 251 words and may have 200: cut at least 51")]
    public void The_limit_is_kept_with_a_quarter_to_spare(int words, string? fault) =>
        Assert.That(new WordLimit(100, 200).Fault(words), fault is null ? Is.Null : Does.StartWith(fault));

    [Test]
    public void An_answer_of_more_than_twice_the_limit_is_not_graded_and_is_told_so()
    {
        var score = Situation.Grade(
            "  - {id: form, kind: structure, points: 1, maxWords: 20}",
            string.Join(' ', Enumerable.Range(0, 60).Select(i => $"It is word {i}."))
        );

        Assert.That(score.Feedback, Does.Contain("far more than the 20 that it may have, so that it is not graded"));
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
