namespace HitSongs.Collecting.Importing;

/// <summary>A cell of somebody's notebook.</summary>
/// <param name="Number">From 1, as a reader counts.</param>
/// <param name="Language">"markdown", "C#", "Python" or whatever else the notebook names; "raw" for raw cells.</param>
/// <param name="Question">The question's id, where the harness itself wrote the cell.</param>
/// <param name="Part">Which of the question's cells it is, where the harness itself wrote it.</param>
/// <param name="FrontMatter">What stood above the answer in its file, where the harness itself wrote the cell; may be empty.</param>
internal sealed record ImportedCell(int Number, string Language, string Text, string? Question, string? Part, string FrontMatter)
{
    /// <summary>By how many levels its headings stand lower than in the answer's file, where the harness itself wrote the cell.</summary>
    public int HeadingsLowered { get; init; }

    /// <summary>Escape in it for each bracket that began a tag of HTML, where the harness itself wrote the cell; empty where there was none.</summary>
    public string TagSign { get; init; } = "";

    /// <summary>Its attachments, by name; null where that is no picture.</summary>
    public IReadOnlyDictionary<string, CellPicture?> Attachments { get; init; } = new Dictionary<string, CellPicture?>();

    /// <summary>The pictures among its outputs.</summary>
    public IReadOnlyList<CellPicture> Pictures { get; init; } = [];

    public const string Markdown = "markdown";
    public const string CSharp = "C#";

    /// <summary>Its name in messages: its place and its start.</summary>
    public string Name => $"cell {Number} ({Start()})";

    private string Start()
    {
        var line = Text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "empty";
        line = string.Concat(line.Select(character => char.IsControl(character) ? '\uFFFD' : character));
        return line.Length <= 50 ? line : $"{line[..(char.IsHighSurrogate(line[48]) ? 48 : 49)]}…";
    }
}
