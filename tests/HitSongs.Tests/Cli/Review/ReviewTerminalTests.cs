using HitSongs.Cli.Review;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Review;

public sealed class ReviewTerminalTests
{
    private static async Task<string> RunAsync(ReviewedCohort cohort, string typed)
    {
        var output = new StringWriter();
        await new ReviewTerminal(cohort.Open(), "Ada", new StringReader(typed), output).RunAsync(CancellationToken.None);
        return output.ToString();
    }

    [Test]
    public async Task Points_and_comment_are_typed_in_a_line_and_what_comes_next_is_shown()
    {
        using var cohort = new ReviewedCohort();

        var output = await RunAsync(cohort, "2,5 The reason is missing.\nq\n");

        var mark = cohort.ReadMarks("ada").Single();
        Assert.That((mark.Points, mark.Reason, mark.Reviewer), Is.EqualTo(((double?)2.5, "The reason is missing.", "Ada")));
        Assert.That(output, Does.Contain("Gives reasons [for a person]").And.Contain("eve, ").And.Contain("1 mark was written, 4 left"));
    }

    [Test]
    public async Task An_empty_line_takes_the_proposal_and_is_asked_again_where_there_is_none()
    {
        using var cohort = new ReviewedCohort();

        await RunAsync(cohort, "\nn\nn\n\n");

        Assert.That(cohort.ReadMarks("ada").Single() is { Criterion: "roc", Points: 3 }, Is.True);
    }

    [TestCase("nonsense\n")]
    [TestCase("5\n")]
    [TestCase("-1\n")]
    [TestCase("")]
    public async Task What_is_no_judgement_writes_nothing(string typed)
    {
        using var cohort = new ReviewedCohort();

        await RunAsync(cohort, typed);

        Assert.That(File.Exists(cohort.MarksOf("ada")), Is.False);
    }

    [Test]
    public async Task No_character_of_an_answer_steers_the_terminal()
    {
        using var cohort = new ReviewedCohort();
        cohort.Write("ada", "\u001b[31mred\u001b]0;title\u0007 and \u202Ebackwards in some words", 0.9);

        Assert.That(await RunAsync(cohort, "q\n"), Does.Not.Contain("\u001b").And.Not.Contain("\u0007").And.Not.Contain("\u202E"));
    }
}
