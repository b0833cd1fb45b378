using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Excerpts;

public sealed class ExcerptTests
{
    [TestCase("Adam keeps two things:\n\n- a mean of the gradient\n- a mean of its square", "Adam keeps two things: a mean of its square", 4)]
    [TestCase("| | Adam | SGD |\n| --- | --- | --- |\n| memory | two buffers | none |", "memory: Adam: two buffers", 3)]
    [TestCase("memory | Adam\n--- | ---\nper weight | two buffers", "per weight: Adam: two buffers", 3)]
    [TestCase("```python\nopt.zero_grad()  # clears the old gradients\n```", "opt.zero_grad(): clears the old gradients", 2)]
    [TestCase("```csharp\n// walks the graph backwards\nloss.backward();\n```", "loss.backward();: walks the graph backwards", 2)]
    [TestCase("See below[^1].\n\n[^1]: The gradients accumulate.", "The gradients accumulate.", 3)]
    [TestCase("<details>\n<summary>More</summary>\nThe step changes the weights.\n</details>", "The step changes the weights.", 2)]
    [TestCase("# A\n\n## Momentum\n\nKeeps a running sum.", "Momentum: Keeps a running sum.", 5)]
    [TestCase("Optimisers:\n\n- Adam\n  - memory\n    - two buffers per weight", "Adam: memory: two buffers per weight", 5)]
    [TestCase("- shape: sizes per axis\n- dtype: element type\n- device: CPU, GPU\n- strides: steps in memory", "strides: steps in memory", 4)]
    [TestCase("The decay is `lr*wd` times the weight.", "The decay is lr*wd times the weight.", 1)]
    [TestCase("backward() walks the graph. It adds to the gradients.", "backward() walks the graph. It adds to the gradients.", 1)]
    public void Everything_that_a_reader_sees_is_read_with_what_leads_in_to_it(string answer, string excerpt, int line) =>
        Assert.That(
            Of(answer).Select(e => (e.Text, e.Line)),
            Has.Some.Matches<(string Text, int Line)>(e => e.Text.EndsWith(excerpt, StringComparison.Ordinal) && e.Line <= line && line - e.Line <= 1)
        );

    [TestCase("It ~~adds up~~ overwrites them.", "struck text (line 1)")]
    [TestCase("Words.\n\n<!-- It adds up. -->\n\nMore words.", "an HTML comment (line 3)")]
    [TestCase("Words.\n\n```csharp\nloss.backward();\n\nMore words.", "the code mark of line 3, which is not closed (lines 3 to 6)")]
    public void What_is_left_out_is_named_with_its_lines(string answer, string told) =>
        Assert.That(AnswerReading.Read(new AnswerText("answer.md", answer), "").NotRead, Does.Contain(told));

    [TestCase("Der Tokenizer zerlegt den Text in Teile und ordnet jedem Teil eine Nummer zu, weil das Modell nur mit Zahlen rechnen kann.", "German")]
    [TestCase("Le tokenizer coupe le texte en morceaux et donne un nombre à chaque morceau, car le modèle ne calcule que sur des nombres.", "French")]
    [TestCase("The tokenizer cuts the text into pieces and gives each of them a number, as the model can only compute with numbers.", null)]
    public void Other_languages_are_told_by_their_name(string answer, string? language) =>
        Assert.That(AnswerReading.Read(new AnswerText("answer.md", answer), "").OtherLanguage, Is.EqualTo(language));

    [Test]
    public void Words_of_tables_and_comments_are_counted() =>
        Assert.That(
            AnswerReading
                .Read(new AnswerText("answer.md", "Two words.\n\n| a | b |\n| - | - |\n| three more words | here |\n\n```py\nx = 1  # one more\n```"), "")
                .WordCount,
            Is.EqualTo(2 + 2 + 4 + 2)
        );

    [Test]
    public void The_number_of_excerpts_is_bounded() =>
        Assert.That(
            Of(string.Concat(Enumerable.Range(0, 5000).Select(i => $"Sentence {i} says that a thing has a part. "))),
            Has.Count.LessThanOrEqualTo(ExcerptReader.MostExcerpts + 20)
        );

    private static IReadOnlyList<Excerpt> Of(string answer) => ExcerptReader.Read(AnswerReading.Read(new AnswerText("answer.md", answer), ""));
}
