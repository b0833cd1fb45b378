using System.Text;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Prose;

/// <summary>Takes the marks of Markdown out of a paragraph: emphasis, code marks, links, formulas and HTML.</summary>
/// <remarks>One pass: what is searched for and not found once is not searched for again.</remarks>
internal sealed partial class InlineText
{
    private const int LongestFootnoteMark = 100;

    // Each is looked up in the text once.
    private const int MostLeftOut = 200;

    private readonly string source;
    private readonly StringBuilder text = new();
    private readonly HashSet<string> absent = new(StringComparer.Ordinal);
    private int position;

    private InlineText(string source) => this.source = source;

    /// <param name="lines">The lines of a paragraph and their numbers.</param>
    /// <param name="leftOut">Takes what is struck out, and comments in HTML.</param>
    public static TextBlock Read(TextBlockKind kind, IReadOnlyList<(int Number, string Text)> lines, ICollection<LeftOut> leftOut)
    {
        var whole = string.Join('\n', lines.Select(line => line.Text));
        whole = Without(Struck(), whole, "struck text", lines, leftOut);
        whole = Without(Comment(), whole, "an HTML comment", lines, leftOut);
        var withoutTags = Tag().Replace(whole, match => LineBreaksOf(match) + " ");
        var inline = new InlineText(withoutTags);
        var starts = new List<int> { 0 };
        while (inline.position < withoutTags.Length)
        {
            var from = inline.position;
            inline.Step();
            for (var i = from; i < inline.position; i++)
            {
                if (withoutTags[i] == '\n')
                {
                    inline.text.Append(' ');
                    starts.Add(inline.text.Length);
                }
            }
        }

        return new TextBlock(kind, inline.text.ToString(), starts, [.. lines.Select(line => line.Number)]);
    }

    // Line breaks stay, so that lines keep their numbers.
    private static string LineBreaksOf(Match match) => new('\n', match.Value.Count(c => c == '\n'));

    private static string Without(Regex part, string text, string reason, IReadOnlyList<(int Number, string Text)> lines, ICollection<LeftOut> leftOut) =>
        part.Replace(text, match =>
        {
            var breaks = LineBreaksOf(match);
            if (leftOut.Count < MostLeftOut)
            {
                var first = text.AsSpan(0, match.Index).Count('\n');
                leftOut.Add(new LeftOut(reason, lines[first].Number, lines[first + breaks.Length].Number));
            }

            return breaks + " ";
        });

    private void Step()
    {
        var current = source[position];
        switch (current)
        {
            case '\n':
                position++;
                break;
            case '$':
                SkipDollarFormula();
                break;
            case '\\' when Next is '(' or '[':
                SkipTo(Next == '(' ? "\\)" : "\\]", 2);
                break;
            case '\\' when char.IsPunctuation(Next) || char.IsSymbol(Next):
                text.Append(Next);
                position += 2;
                break;
            case ']' when Next == '(':
                SkipTo(")", 1);
                break;
            case 'h' when StartsAddress():
                SkipAddress();
                break;
            case '`':
                ReadCode();
                break;
            case '[' when Next == '^':
                SkipFootnoteMark();
                break;
            case '*' or '[' or ']' or '~':
                position++;
                break;
            case '_' when !(char.IsLetterOrDigit(Next) && text.Length > 0 && char.IsLetterOrDigit(text[^1])):
                position++;
                break;
            default:
                text.Append(
                    current is '\0' ? ' '
                    : current is '\u2019' ? '\''
                    : current
                );
                position++;
                break;
        }
    }

    private char Next => position + 1 < source.Length ? source[position + 1] : ' ';

    // As in Pandoc: no space after the opening sign nor before the closing one, so "$5 and $6" is no formula.
    private void SkipDollarFormula()
    {
        var mark = Next == '$' ? "$$" : "$";
        var end = Find(mark, position + mark.Length);
        if (end > position + mark.Length && (mark == "$$" || !(char.IsWhiteSpace(Next) || char.IsWhiteSpace(source[end - 1]))))
        {
            position = end + mark.Length;
            text.Append(' ');
        }
        else
        {
            text.Append(mark);
            position += mark.Length;
        }
    }

    // What stands between the marks of code stays as it is written, such as lr*wd.
    private void ReadCode()
    {
        var marks = 1;
        while (position + marks < source.Length && source[position + marks] == '`')
        {
            marks++;
        }

        var mark = new string('`', marks);
        var end = Find(mark, position + marks);
        if (end < 0)
        {
            position += marks;
            return;
        }

        text.Append(source[(position + marks)..end].Replace('\n', ' ').Replace('\0', ' '));
        position = end + marks;
    }

    private void SkipFootnoteMark()
    {
        var end = source.IndexOf(']', position, Math.Min(LongestFootnoteMark, source.Length - position));
        position = end < 0 ? position + 2 : end + 1;
    }

    private void SkipTo(string mark, int opening)
    {
        var end = Find(mark, position + opening);
        position = end < 0 ? position + opening : end + mark.Length;
        text.Append(' ');
    }

    private bool StartsAddress() =>
        string.CompareOrdinal(source, position, "http://", 0, 7) == 0 || string.CompareOrdinal(source, position, "https://", 0, 8) == 0;

    private void SkipAddress()
    {
        while (position < source.Length && !char.IsWhiteSpace(source[position]) && source[position] is not (')' or '>'))
        {
            position++;
        }
    }

    private int Find(string mark, int from)
    {
        var found = absent.Contains(mark) || from > source.Length ? -1 : source.IndexOf(mark, from, StringComparison.Ordinal);
        if (found < 0)
        {
            absent.Add(mark);
        }

        return found;
    }

    [GeneratedRegex(
        @"~~[^\s~]([^~]*[^\s~])?~~|<del>[^<]*</del>|<s>[^<]*</s>|<strike>[^<]*</strike>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Struck();

    [GeneratedRegex("<!--[^>]*-->", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """</?[a-zA-Z][a-zA-Z0-9-]*(\s+[\w-]+\s*=\s*("[^"<>]*"|'[^'<>]*'|[^\s<>"']+))*\s*/?>|<https?://[^\s<>]*>""",
        RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Tag();
}
