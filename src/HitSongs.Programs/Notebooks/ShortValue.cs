using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Programs.Notebooks;

/// <summary>A value as readers want it: numbers of six digits, long lists with their start.</summary>
internal static class ShortValue
{
    private const int Items = 12;

    public static string Of(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray many => $"[{string.Join(", ", many.Take(Items).Select(Of))}{(many.Count > Items ? $", … ({many.Count} in all)" : "")}]",
        JsonValue one when one.GetValueKind() == JsonValueKind.Number => one.GetValue<double>().ToString("G6", CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };
}
