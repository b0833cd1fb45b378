using System.Text.RegularExpressions;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Choices;

/// <summary>Options chosen in an answer below one question of a quiz: by ticked boxes or, where none are ticked, by a letter or the text of an
/// option.</summary>
/// <param name="Offered">How many boxes the answer has.</param>
internal sealed partial record ChosenOptions(int Offered, IReadOnlyList<ChosenOption> Chosen)
{
    /// <param name="options">The options in the order of the form; empty where the rubric does not tell them.</param>
    public static ChosenOptions Read(int item, IEnumerable<(int Number, string Text)> lines, IReadOnlyList<string> options)
    {
        var texts = options.Select(Plain).ToList();
        var below = ItemLines.Of(item, lines).ToList();
        var boxes = below.Select(line => (line, Task: TaskLine.Read(line.Text)))
            .Where(line => line.Task is not null)
            .Select(line => (Option: Read(line.line.Number, line.line.Text, line.Task!.Value.Content, texts), line.Task!.Value.Ticked))
            .Where(box => box.Option.Label.Length > 0 || texts.Count > 0)
            .ToList();
        var chosen = boxes.Where(box => box.Ticked).Select(box => box.Option).ToList();
        return new ChosenOptions(boxes.Count, chosen.Count > 0 ? chosen : [.. below.Where(line => TaskLine.Read(line.Text) is null)
            .Select(line => Read(line.Number, line.Text, Bare(line.Text), texts))
            .Where(option => option.Label.Length > 0)
            .DistinctBy(option => option.Label)]);
    }

    // The text decides where it is one of the options: their order, and with it the letters, may have been drawn.
    private static ChosenOption Read(int number, string line, string content, List<string> texts)
    {
        var match = Labelled().Match(content);
        var byText = texts.IndexOf(Plain(content)) is >= 0 and var whole ? whole
            : match.Success ? texts.IndexOf(Plain(match.Groups["text"].Value)) : -1;
        var label = byText >= 0 ? MultipleChoice.Letters[byText].ToString() : match.Groups["label"].Value.ToLowerInvariant();
        return new ChosenOption(label, number, line);
    }

    private static string Bare(string line) => Introduction().Replace(line, "");

    private static string Plain(string text) => string.Join(' ', Word.AllOf(text).Select(word => word.Text));

    // "c)", "(c) Both", "**c.** Both", "c", "`c`"; but not the article of "A table": a letter without a mark must be all there is.
    [GeneratedRegex(@"^[*_`(]{0,3}(?<label>[A-Za-z0-9]{1,3})[*_`]{0,3}([).:][*_`]{0,3}(\s+(?<text>\S.*))?|\s*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labelled();

    // "- ", "> ", "**Answer:** ", "My answer is "
    [GeneratedRegex(
        @"^[*_]{0,2}\s*([-*+>]\s+){0,3}[*_]{0,2}((my\s+)?(answer|choice|option|solution)\b\s*(is\b)?\s*[:=]?\s*[*_]{0,2}\s*)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Introduction();
}

/// <summary>An option that an answer names.</summary>
/// <param name="Label">Its letter in the form, in lower case; empty where it is none of the form's.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Text">The line.</param>
internal sealed record ChosenOption(string Label, int Line, string Text);
