using HitSongs.Cli.Commands;
using HitSongs.Grading.Grades;
using HitSongs.Tests.Reporting;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Commands;

internal sealed class CopyNotesTests
{
    private static readonly CopyFinding Finding = new("a/1-b", "answers/a/1-b/answer.md", 3, "these\n\u001b[2Jwords", "the prompt", 2, "these words", 12);

    private static string Told(params CopyFinding[] findings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        CopyNotes.Write(output, SampleReport.Create().Grade with { Copies = findings });
        return output.ToString();
    }

    [Test]
    public void A_shared_passage_is_told_with_both_places_and_without_signs_that_steer_the_terminal() =>
        Assert.That(
            Told(Finding),
            Is.EqualTo(
                "1 passage stands in two texts. A person judges that; no points were taken for it:\n  answers/a/1-b/answer.md:3 and the prompt:2 share 12 "
                    + "words: \"these \uFFFD[2Jwords\"\n"
            )
        );

    [Test]
    public void Nothing_is_told_where_nothing_is_shared() => Assert.That(Told(), Is.Empty);

    [Test]
    public void Of_many_passages_ten_are_told_and_the_others_counted() =>
        Assert.That(Told([.. Enumerable.Repeat(Finding, 12)]), Does.EndWith("  and 2 more, in grade.json\n"));
}
