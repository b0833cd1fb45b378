using FsCheck;
using FsCheck.Fluent;
using HitSongs.Notebooks;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class HeadingsTests
{
    [TestCase("# A\n\n## B\ntext", "#### A\n\n##### B\ntext", 3)]
    [TestCase("# A\n##### B", "## A\n###### B", 1)]
    [TestCase("###### A", "###### A", 0)]
    [TestCase("no heading, #tag, 1 # 2\n    # code", "no heading, #tag, 1 # 2\n    # code", 3)]
    [TestCase("```python\n# a comment\n```\n# A", "```python\n# a comment\n```\n#### A", 3)]
    [TestCase("~~~~\n```\n# a comment\n~~~\n# another\n~~~~\n  # A #", "~~~~\n```\n# a comment\n~~~\n# another\n~~~~\n  #### A #", 3)]
    public void Headings_stand_under_the_questions_and_code_stays(string answer, string shown, int levels)
    {
        Assert.That(Headings.Lower(answer), Is.EqualTo((shown, levels)));
        Assert.That(Headings.Raise(shown, levels), Is.EqualTo(answer));
    }

    [FsCheck.NUnit.Property]
    public Property Whatever_was_moved_down_comes_back_as_it_was()
    {
        var lines = Gen.Elements("# a", "###", "   ## b", "```", "~~~~ x", "text", "", "#x", "\t# c", "###### d", "    # e", "\r", "# f\r");
        var texts = Gen.ListOf(lines).Select(some => string.Join('\n', some));
        return Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var (lowered, levels) = Headings.Lower(text);
            return Headings.Raise(lowered, levels) == text;
        });
    }

    [TestCase(int.MaxValue, "# A")]
    [TestCase(-5, "## A")]
    public void A_number_of_levels_that_nobody_wrote_does_no_harm(int levels, string expected) =>
        Assert.That(Headings.Raise("## A", levels), Is.EqualTo(expected));
}
