using System.Text;
using HitSongs.Grading.Yaml;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Tuning;

public sealed class YamlNumbersTests
{
    private const string Yaml = """
        # Ümlauts 😀 before it
        title: "Two criteria"
        criteria:
          - id: one   # the first
            kind: metric
            atLeast: 0.895   # a comment that stays: 0.895
            atMost:   0.975

          - {id: 'two', kind: metric, atMost: 13, partialFrom: 18}   # in one line
        """;

    [TestCase("\n", false)]
    [TestCase("\r\n", false)]
    [TestCase("\n", true)]
    [TestCase("\r\n", true)]
    public void Only_the_numbers_change(string lineEnd, bool mark)
    {
        var text = (mark ? "\uFEFF" : "") + Yaml.ReplaceLineEndings(lineEnd);
        var expected = text.Replace("atLeast: 0.895", "atLeast: 0.9", StringComparison.Ordinal).Replace("atMost: 13,", "atMost: 12.25,", StringComparison.Ordinal);

        var changed = YamlNumbers.Replace(Encoding.UTF8.GetBytes(text), "q.yaml", Numbers((("one", "atLeast"), 0.9), (("two", "atMost"), 12.25)));

        Assert.That(Encoding.UTF8.GetString(changed), Is.EqualTo(expected));
    }

    [TestCase("three", "atMost")]
    [TestCase("one", "partialFrom")]
    [TestCase("one", "kind")]
    public void A_number_that_is_not_there_is_refused(string criterion, string key) =>
        Assert.That(
            () => YamlNumbers.Replace(Encoding.UTF8.GetBytes(Yaml), "q.yaml", Numbers(((criterion, key), 1))),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains($"`{criterion}` has no number `{key}`"));

    [Test]
    public void A_file_that_is_not_utf8_is_refused() =>
        Assert.That(() => YamlNumbers.Replace([0xFF, 0xC0], "q.yaml", Numbers()), Throws.TypeOf<InvalidInputException>());

    [Test]
    public void Every_question_of_the_rubric_with_the_numbers_that_it_has_is_the_same_to_the_byte()
    {
        var path = Path.Combine(Repository.Root, "rubric", "evaluation", "hit-songs", "2-model.yaml");
        var bytes = File.ReadAllBytes(path);

        Assert.That(YamlNumbers.Replace(bytes, path, Numbers((("roc-auc", "atMost"), 0.975), (("rmse", "partialFrom"), 18))), Is.EqualTo(bytes));
    }

    private static Dictionary<(string Criterion, string Key), double> Numbers(params ((string, string) At, double Value)[] numbers) =>
        numbers.ToDictionary(number => number.At, number => number.Value);
}
