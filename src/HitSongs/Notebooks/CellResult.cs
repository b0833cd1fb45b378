namespace HitSongs.Notebooks;

/// <summary>Outputs of a cell that came to an end, in the order in which it made them.</summary>
public sealed record CellResult(string Id, IReadOnlyList<CellOutput> Outputs);

/// <summary>One output, as data: how it looks is up to who shows it. Exactly one of the properties is set.</summary>
/// <param name="Stream">Printed text.</param>
/// <param name="Value">The value of the cell's last expression, as text.</param>
/// <param name="Figure">The name of a figure that the cell's program drew.</param>
public sealed record CellOutput(string? Stream, string? Value, CellTable? Table, string? Figure, CellError? Error)
{
    /// <summary>Printed text.</summary>
    public static CellOutput Printed(string text) => new(text, null, null, null, null);

    /// <summary>A value as text.</summary>
    public static CellOutput Of(string value) => new(null, value, null, null, null);

    /// <summary>A table.</summary>
    public static CellOutput Of(CellTable table) => new(null, null, table, null, null);

    /// <summary>A figure, by the name that its program gave it.</summary>
    public static CellOutput FigureOf(string name) => new(null, null, null, name, null);

    /// <summary>An error that ended the cell.</summary>
    /// <param name="name">Its kind, such as the exception's type.</param>
    /// <param name="message">One line.</param>
    /// <param name="line">In the cell, 1 for the first; null where it is not known.</param>
    public static CellOutput Failed(string name, string message, int? line) => new(null, null, null, null, new CellError(name, message, line));
}

/// <summary>Rows of text under a header; every row is as long as the header.</summary>
public sealed record CellTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Line">The line of the cell, from 1; null where it is not known.</param>
public sealed record CellError(string Name, string Message, int? Line)
{
    /// <summary>The name of the error of a cell in which native code ended the process.</summary>
    public const string NativeAbort = "NativeAbort";
}
