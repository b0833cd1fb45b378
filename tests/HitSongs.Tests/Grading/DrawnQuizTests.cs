using HitSongs.Collecting.Quizzes;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>The quizzes of the repository as they are asked in a terminal.</summary>
internal sealed class DrawnQuizTests
{
    private static readonly IReadOnlyList<Question> Quizzes =
    [
        .. RubricFolder.Read(Path.Combine(Repository.Root, "rubric")).Questions.Where(question => question.Choices.Any()),
    ];

    [Test]
    public void Order_and_options_are_drawn_and_the_right_option_moves_along()
    {
        var known = Quizzes.SelectMany(quiz => quiz.Choices).ToDictionary(choice => choice.Question, StringComparer.Ordinal);
        var draws = Enumerable.Range(0, 20).Select(seed => DrawnChoice.Draw(Quizzes, seed)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(draws.Select(draw => draw[0].Question).Distinct().Count(), Is.GreaterThan(1));
            Assert.That(draws.Select(draw => draw.First(choice => choice.Question == draws[0][0].Question).Correct).Distinct().Count(), Is.GreaterThan(1));
            Assert.That(
                draws
                    .SelectMany(draw => draw)
                    .Select(choice => choice.Options[choice.Correct] == known[choice.Question].Options[known[choice.Question].Correct]),
                Is.All.True
            );
            Assert.That(
                draws
                    .SelectMany(draw => draw)
                    .Select(choice => choice.Options.Order(StringComparer.Ordinal).SequenceEqual(known[choice.Question].Options.Order(StringComparer.Ordinal))),
                Is.All.True
            );
            Assert.That(
                DrawnChoice.Draw(Quizzes, 3).Select(choice => choice.Question),
                Is.EqualTo(draws[3].Select(choice => choice.Question)),
                "the same seed gives the same order"
            );
        });
    }

    [TestCase("b", 1)]
    [TestCase(" (B) ", 1)]
    [TestCase("b.", 1)]
    [TestCase("two *words*", 1)]
    [TestCase("c", null)]
    [TestCase("", null)]
    [TestCase("A table", null)]
    public void An_answer_is_a_letter_or_the_text_of_an_option(string answer, int? option) =>
        Assert.That(new DrawnChoice("?", ["one", "Two words"], 0, "").Read(answer), Is.EqualTo(option));
}
