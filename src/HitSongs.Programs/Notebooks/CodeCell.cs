using System.Text.Json;
using System.Text.Json.Serialization;

namespace HitSongs.Programs.Notebooks;

/// <summary>A cell to run.</summary>
/// <param name="Id">As the result names it.</param>
/// <param name="Code">C#.</param>
/// <param name="Program">Whether it is a whole program, apart from all other cells; otherwise later cells see what it declares.</param>
/// <param name="Seconds">How long it may run, compiling included.</param>
public sealed record CodeCell(string Id, string Code, bool Program, double Seconds);

/// <summary>What a cell that came to an end left behind, in the order in which it did so.</summary>
public sealed record CellResult(string Id, IReadOnlyList<CellOutput> Outputs);

/// <summary>One output, as data: how it looks is up to who shows it. Exactly one of the properties is set.</summary>
/// <param name="Stream">Printed text.</param>
/// <param name="Value">The value of the cell's last expression, as text.</param>
/// <param name="Chart">The id of a chart of the report.</param>
public sealed record CellOutput(string? Stream, string? Value, CellTable? Table, string? Chart, CellError? Error)
{
    public static CellOutput Printed(string text) => new(text, null, null, null, null);

    public static CellOutput Of(string value) => new(null, value, null, null, null);

    public static CellOutput Of(CellTable table) => new(null, null, table, null, null);

    public static CellOutput ChartOf(string id) => new(null, null, null, id, null);

    public static CellOutput Failed(string name, string message, int? line) => new(null, null, null, null, new CellError(name, message, line));
}

/// <summary>Rows of text under a header; every row is as long as the header.</summary>
public sealed record CellTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Line">The line of the cell, from 1; null where it is not known.</param>
public sealed record CellError(string Name, string Message, int? Line);

/// <summary>How cells and results are written on both sides.</summary>
public static class CellJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16 };
}
