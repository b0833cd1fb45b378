using System.Text.RegularExpressions;

namespace TorchSharp.Generation;

/// <summary>
/// A text with {{names}}. A name alone on its line takes as many lines as its value has, none when it is empty. What stands between
/// {{#name}} and {{/name}} is there only when the value is not empty.
/// </summary>
internal static partial class Template
{
    public static string Fill(string template, Dictionary<string, string> values)
    {
        string Value(Match match) => values[match.Groups["name"].Value];
        var text = Block().Replace(Table.Text(template), match => Value(match).Length > 0 ? match.Groups["inner"].Value : "");
        text = OwnLine().Replace(text, match => Value(match) is { Length: > 0 } value ? Indent(value, match.Groups["indent"].Value) + "\n" : "");
        return Name().Replace(text, Value);
    }

    /// <summary>Puts <paramref name="indent"/> before every line that is not empty.</summary>
    public static string Indent(string text, string indent) => LineStart().Replace(text, indent);

    [GeneratedRegex(@"^\ *\{\{\#(?<name>\w+)\}\}\n(?<inner>(.|\n)*?)^\ *\{\{/\k<name>\}\}\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?<indent>\ *)\{\{(?<name>\w+)\}\}\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLine();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?=.)", RegexOptions.Multiline, 1000)]
    private static partial Regex LineStart();
}
