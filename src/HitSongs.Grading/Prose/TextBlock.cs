namespace HitSongs.Grading.Prose;

internal enum TextBlockKind
{
    /// <summary>A paragraph or list item.</summary>
    Prose,

    /// <summary>A heading: it states nothing by itself.</summary>
    Heading,

    /// <summary>A row of a table: numbers in it are claims, but it is no sentence.</summary>
    TableRow,

    /// <summary>A comment in code, with the line of code that it stands beside.</summary>
    Comment,
}

/// <summary>A run of text of an answer without its marks.</summary>
/// <param name="LineStarts">Offset in <paramref name="Text"/> at which each line starts, ascending.</param>
/// <param name="Lines">Number of each line in the answer.</param>
internal sealed record TextBlock(TextBlockKind Kind, string Text, IReadOnlyList<int> LineStarts, IReadOnlyList<int> Lines)
{
    /// <summary>Heading above it; empty where there is none.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Lead-in to it: the sentence before its list, the item above it, the code beside a comment; often empty.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Whether it stands in a block quote.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Of a table's row, each cell with the head of its column, which may be empty.</summary>
    public IReadOnlyList<TableCell> Cells { get; init; } = [];

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

/// <summary>A cell of a table without marks.</summary>
internal sealed record TableCell(string Head, string Text);
