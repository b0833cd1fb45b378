using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Reads an answer as the lines of a form: quoted, indented, in tables, in HTML, or several answers on one line.</summary>
internal static partial class FormLines
{
    /// <param name="lines">The lines of the answer, the first of them with number 1.</param>
    public static IReadOnlyList<FormLine> Read(IReadOnlyList<string> lines)
    {
        var read = new List<FormLine>();
        var (fence, fences) = ("", 0);
        foreach (var (index, line) in HtmlComments.Without(lines).Index())
        {
            var text = line.Contains('>') ? Quoted().Replace(line, "") : line;
            if (text.AsSpan().ContainsAny('`', '~') && Fence().Match(text) is { Success: true } mark && (fence.Length == 0 || Closes(mark, fence)))
            {
                fence = fence.Length == 0 ? mark.Groups["mark"].Value : "";
                fences += fence.Length == 0 ? 0 : 1;
                continue;
            }

            foreach (var part in InlineMarks.Without(text).Split('\n').SelectMany(Parts))
            {
                read.Add(new FormLine(index + 1, part, lines[index], fence.Length == 0 ? 0 : fences));
            }
        }

        return read;
    }

    private static bool Closes(Match mark, string fence) =>
        mark.Groups["mark"].Value.StartsWith(fence, StringComparison.Ordinal) && mark.Groups["info"].Length == 0;

    // A row of a table becomes "1. c", and "1. c, 2. a, 3. b" becomes a line for each.
    private static IEnumerable<string> Parts(string line)
    {
        var text = line.Trim();
        if (text.StartsWith('|'))
        {
            var cells = text.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            text = NumberCell().IsMatch(cells[0]) ? $"{cells[0]}: {string.Join(", ", cells[1..])}" : string.Join(' ', cells);
        }

        return text.AsSpan().ContainsAnyInRange('0', '9') && Row().IsMatch(text) ? Answer().Matches(text).Select(answer => answer.Value.Trim()) : [text];
    }

    [GeneratedRegex(@"^(\s{0,12}>)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*([-*+]\s+)?(?<mark>`{3,}|~{3,})(?<info>[^`]*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^([A-Za-z]{1,10}\.?\s*)?#?[0-9]{1,4}[.):]?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberCell();

    // "1. c, 2. a, 3. b", "Answers: 1c 2a 3b", "Q1: c; Q2: a"
    [GeneratedRegex(
        @"^([A-Za-z]{1,10}:\s*)?([Qq]?[(#]?[0-9]{1,4}\s*[-=:.)>]{0,3}\s*\(?[A-Za-z]\)?([\s,;/&)]{1,4}[A-Za-z]\)?)*([\s,;/&|.]|\band\b)*){2,}$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Row();

    [GeneratedRegex(@"[Qq]?[(#]?[0-9]{1,4}[^0-9Qq(#]*(\([A-Za-z]\)[^0-9Qq(#]*)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Answer();
}
