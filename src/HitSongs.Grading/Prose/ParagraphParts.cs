using System.Text.RegularExpressions;

namespace HitSongs.Grading.Prose;

/// <summary>Parts the lines of a paragraph into prose and the rows of tables; lines of task lists are left out.</summary>
internal static partial class ParagraphParts
{
    private const int MostCells = 50;

    public static IEnumerable<TextBlock> Split((int Number, string Text)[] lines, ICollection<LeftOut> leftOut)
    {
        var prose = new List<(int, string)>();
        string[] heads = [];
        var isTable = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Text;
            if (TaskLine.IsTask(text))
            {
                continue;
            }

            var isHead = !isTable && i + 1 < lines.Length && text.Contains('|') && Rule().IsMatch(lines[i + 1].Text);
            isTable = isHead || (text.Contains('|') && (isTable || text.TrimStart().StartsWith('|')));
            if (!isTable)
            {
                prose.Add(lines[i]);
                continue;
            }

            if (prose.Count > 0)
            {
                yield return InlineText.Read(TextBlockKind.Prose, prose, leftOut);
                prose = [];
            }

            if (isHead)
            {
                heads = CellsOf(text);
            }

            yield return Row(lines[i], isHead ? [] : heads, leftOut);
        }

        if (prose.Count > 0)
        {
            yield return InlineText.Read(TextBlockKind.Prose, prose, leftOut);
        }
    }

    private static TextBlock Row((int Number, string Text) line, string[] heads, ICollection<LeftOut> leftOut)
    {
        var cells = heads.Length == 0 || Rule().IsMatch(line.Text) ? [] : CellsOf(line.Text);
        return InlineText.Read(TextBlockKind.TableRow, [line], leftOut) with
        {
            Cells = [.. cells.Select((cell, i) => new TableCell(i < heads.Length ? heads[i] : "", cell))],
        };
    }

    private static string[] CellsOf(string row) => [.. Separator()
        .Split(row.Trim().Trim('|'))
        .Take(MostCells)
        .Select(cell => InlineText.Read(TextBlockKind.TableRow, [(1, cell.Trim())], []).Text.Trim())];

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\|", RegexOptions.NonBacktracking)]
    private static partial Regex Separator();
}
