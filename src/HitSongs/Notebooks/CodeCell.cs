using System.Text.Json;
using System.Text.Json.Serialization;

namespace HitSongs.Notebooks;

/// <summary>A cell to run.</summary>
/// <param name="Id">As the result names it.</param>
/// <param name="Code">C#.</param>
/// <param name="Program">Whether it is a whole program, apart from all other cells; otherwise later cells see what it declares.</param>
/// <param name="Seconds">How long it may run, compiling included.</param>
public sealed record CodeCell(string Id, string Code, bool Program, double Seconds);

/// <summary>JSON format of cells and results on both sides.</summary>
public static class CellJson
{
    /// <summary>Camel case; what is null is left out; at most 16 levels.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16 };
}
