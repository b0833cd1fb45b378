using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class HostileAnswerTests
{
    private static readonly Rubric Rubric = Situation.RubricOf(
        """
          - {id: idea, kind: concept, points: 1, name: n, missing: m., match: {near: [gradient, accumulate, backpropagation], within: 6}}
          - {id: words, kind: concept, points: 1, name: n, missing: m., match: {any: [chain rule, reverse mode, leaf tensor, {ordered: [zero, backward, step]}]}}
          - {id: regex, kind: concept, points: 1, name: n, missing: m., match: {regex: "(a+)+b.*c$|(x|xx)+y"}}
          - {id: mistake, kind: misconception, points: 1, name: n, match: weights, say: s.}
          - {id: said, kind: claim, points: 1, metric: LogLoss, pattern: "loss (is|of) .*(?<value>[0-9.]+)", tolerance: 0.01}
          - {id: q1, kind: choice, points: 1, item: 1, correct: b}
          - {id: form, kind: structure, points: 1, minWords: 5, headings: [Results]}
        """);

    private const int Million = 1_000_000;

    private static IEnumerable<TestCaseData> Texts()
    {
        yield return Case("one line of a million letters", new string('a', Million));
        yield return Case("one line of a million characters", Repeat("gradient of the loss ", Million));
        yield return Case("a million characters of sentences", Repeat("The gradient does not accumulate here. ", Million));
        yield return Case("a hundred thousand lines", Repeat("accumulate\n", Million));
        yield return Case(
            "words that never repeat",
            string.Join(
                ' ',
                Enumerable.Range(0, 100_000).Select(i => $"g{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}dient")
            )
        );
        yield return Case("a word of endings", Repeat("ating", Million));
        yield return Case("null characters", new string('\0', Million));
        yield return Case("opening brackets", new string('[', 100_000));
        yield return Case("links that do not close", Repeat("[a](", Million));
        yield return Case("tags that do not close", Repeat("<a b=c ", Million));
        yield return Case("tags with many attributes", "<a " + Repeat("b = 'c' ", Million));
        yield return Case("comments that do not close", Repeat("<!-- ", Million));
        yield return Case("formulas that do not close", Repeat("$ x \\( y \\[ ", Million));
        yield return Case("emphasis", Repeat("*a **b _c ", Million));
        yield return Case("code marks", Repeat("`a ``b ", Million));
        yield return Case("nested quotes", Repeat("> ", Million) + "x");
        yield return Case("nested quotes on many lines", Repeat(Repeat("> ", 400) + "x\n", Million));
        yield return Case("nested lists on one line", Repeat("- ", Million) + "x");
        yield return Case("nested lists on many lines", string.Join('\n', Enumerable.Range(0, 600).Select(i => new string(' ', i * 2) + "- x")));
        yield return Case("fences", Repeat("```\n", Million));
        yield return Case("table rows", Repeat("| a | b |\n", Million));
        yield return Case("reference definitions", Repeat("[a]: b\n", Million));
        yield return Case("numbered items", Repeat("1. x\n", Million));
        yield return Case("task items", "## 1.\n" + Repeat("- [x] b) x\n", Million));
        yield return Case("spaces", new string(' ', Million));
        yield return Case("front matter that does not end", "---\n" + Repeat("a: b\n", Million));
        yield return Case("half characters", Repeat("\ud800 ", Million));
        yield return Case("claims", Repeat("loss is 1 ", Million));
        yield return Case("food for backtracking", Repeat("a", 50_000) + " " + Repeat("x", 50_000));
    }

    [TestCaseSource(nameof(Texts))]
    public void No_text_takes_long_or_breaks_grading(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        var grade = Grader.Grade(Rubric, Situation.Answered(text));
        GradeJson.Write(grade, Situation.Run);
        var spent = Environment.CpuUsage.TotalTime - before;

        Assert.Multiple(() =>
        {
            // A second is what is promised; the first cases also pay for compiling, the collector runs on other threads.
            Assert.That(spent, Is.LessThan(TimeSpan.FromSeconds(3)));
            Assert.That(grade.Status, Is.AnyOf(Status.Failed, Status.Partial));
            Assert.That(grade.Points, Is.LessThanOrEqualTo(2));
        });
        TestContext.Out.WriteLine($"{spent.TotalMilliseconds:0} ms");
    }

    [Test]
    public void What_is_beyond_the_longest_answer_is_not_read_and_the_author_is_told()
    {
        var rubric = Situation.RubricOf("  - {id: idea, kind: concept, points: 1, name: n, missing: m., match: accumulate}");

        var score = Grader.Grade(rubric, Situation.Answered(Repeat("It is so. ", AnswerReading.LongestAnswer) + "They accumulate.")).Only();

        Assert.That(score.Feedback, Does.Contain("everything after the first 200000 characters"));
    }

    [Test]
    public void What_is_nested_too_deep_is_not_read_and_the_author_is_told()
    {
        var lists = string.Join('\n', Enumerable.Range(0, 600).Select(i => new string(' ', i * 2) + "- x"));

        Assert.That(
            Situation.Grade("  - {id: idea, kind: concept, points: 1, name: n, missing: m., match: accumulate}", lists).Feedback,
            Does.EndWith("nested too deep.")
        );
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    private static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);
}
