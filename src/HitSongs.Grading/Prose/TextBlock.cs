namespace HitSongs.Grading.Prose;

internal enum TextBlockKind
{
    /// <summary>A paragraph, list item or heading.</summary>
    Prose,

    /// <summary>A row of a table: numbers in it are claims, but it is no sentence.</summary>
    TableRow,
}

/// <summary>A run of text of an answer without its marks.</summary>
/// <param name="LineStarts">Offset in <paramref name="Text"/> at which each line starts, ascending.</param>
/// <param name="Lines">Number of each line in the answer.</param>
internal sealed record TextBlock(TextBlockKind Kind, string Text, IReadOnlyList<int> LineStarts, IReadOnlyList<int> Lines)
{
    public int LineAt(int offset)
    {
        var (low, high) = (0, LineStarts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = LineStarts[middle] <= offset ? (middle, high) : (low, middle - 1);
        }

        return Lines[low];
    }
}
