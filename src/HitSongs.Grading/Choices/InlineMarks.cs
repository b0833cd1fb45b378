using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Marks within a line: emphasis, code, escapes, tags of HTML, and what is struck out.</summary>
internal static partial class InlineMarks
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("<~\\&*`_+\u2022\u00A0");

    /// <summary>A line without its marks and without what is struck out; tags that begin a line of their own become line breaks.</summary>
    public static string Without(string line)
    {
        if (!line.AsSpan().ContainsAny(Signs))
        {
            return line;
        }

        var text = Struck().Replace(Tag().Replace(line, Written), " ");
        text = WebUtility.HtmlDecode(Escape().Replace(text, "${mark}")).Replace('\u00A0', ' ');
        text = Bullet().Replace(text, "- ");
        return Underscores().Replace(Emphasis().Replace(text, ""), "${before}${after}");
    }

    private static string Written(Match tag)
    {
        var (name, opens) = (tag.Groups["name"].Value.ToLowerInvariant(), !tag.Value.StartsWith("</", StringComparison.Ordinal));
        return name switch
        {
            ['h', var level and >= '1' and <= '6'] => opens ? $"\n{new string('#', level - '0')} " : "\n",
            "li" => opens ? "\n- " : "\n",
            "tr" => opens ? "\n|" : "\n",
            "td" or "th" => opens ? "" : "|",
            "s" or "del" or "strike" => "~~",
            "input" => tag.Value.Contains("checked", StringComparison.OrdinalIgnoreCase) ? "[x] " : "[ ] ",
            "p" or "div" or "br" or "ol" or "ul" or "table" or "blockquote" or "pre" => "\n",
            _ => "",
        };
    }

    [GeneratedRegex(
        @"</?(?<name>h[1-6]|p|div|br|li|ol|ul|table|tr|td|th|blockquote|pre|s|del|strike|input|label|b|i|u|em|strong|code|span|font|mark|ins|tbody|thead)"
            + @"(\s[^<>]{0,400})?/?>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"~~([^~]|~[^~])*~~", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Struck();

    [GeneratedRegex(@"\\(?<mark>[\\`*_{}\[\]()#+.!|>~=-])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\s*[*+\u2022]\s+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex("[*`]+", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?<before>^|[\s(])_{1,3}|_{1,3}(?<after>$|[\s).:,;])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Underscores();
}
