using System.Buffers;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>An option with a box to tick, such as <c>- [x] b) The gradient</c>, with a box of any usual form.</summary>
/// <param name="Label">The letter or number before the box; else empty.</param>
/// <param name="Content">The option; empty where nothing is left of it, as it is struck out.</param>
internal readonly partial record struct OptionBox(bool IsTicked, string Label, string Content)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("[(\u2611\u2612\u2705\u2713\u2714\u2610\u2B1C");

    /// <returns>Null where the line has no box.</returns>
    public static OptionBox? Read(string line)
    {
        if (!line.AsSpan().ContainsAny(Signs))
        {
            return null;
        }

        var match = Box().Match(line);
        var content = match.Groups["content"].Value.Trim();
        return match.Success ? new OptionBox(match.Groups["ticked"].Success && content.Length > 0, match.Groups["label"].Value, content) : null;
    }

    /// <summary>The letters of the options that the box stands for: more than one where it names more.</summary>
    /// <returns>An empty letter where it stands for none of the known options; nothing where none are known and it has no letter.</returns>
    public IReadOnlyList<string> LabelsAmong(OptionTexts options)
    {
        if (options.AreKnown)
        {
            // In "2. [x] The gradient" the number says nothing, in "b) [x] The gradient" the letter does.
            var text = Label.Length > 0 && char.IsLetter(Label[0]) ? $"{Label}) {Content}" : Content;
            return WrittenChoice.Read(text, options).Labels is { Count: > 0 } labels ? labels : [""];
        }

        var label = Labelled().Match(Content) is { Success: true } match ? match.Groups["label"].Value : Label;
        return label.Length > 0 ? [label.ToLowerInvariant()] : [];
    }

    [GeneratedRegex(
        @"^\s*(-\s*)?((?<label>[A-Za-z0-9]{1,3})[.):]\s*)?"
            + @"((?<ticked>\[\s*[xXvV\u2713\u2714]\uFE0F?\s*\]|\(\s*[xX]\s*\)|[\u2611\u2612\u2705\u2713\u2714]\uFE0F?)"
            + @"|\[\s*\]|\(\s*\)|[\u2610\u2B1C])\s*(?<content>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Box();

    [GeneratedRegex(@"^\(?(?<label>[A-Za-z0-9]{1,3})([.):]|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Labelled();
}
