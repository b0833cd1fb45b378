using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A demonstration's inputs as a cell hands them over: every input on lines of its own, none longer than a screen is wide.</summary>
internal static class InputLayout
{
    /// <summary>More of it than this stands in nobody's way only where it is folded.</summary>
    public const int Long = 700;

    private const int Width = 110;
    private const string Indent = "    ";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A call in C#; between two strings of JSON there is always another character, so that none can end the literal.</summary>
    public static string Of(JsonObject inputs)
    {
        var text = new StringBuilder("Given(\"\"\"\n");
        text.Append(Indent).Append('{');
        foreach (var (index, (name, value)) in inputs.Index())
        {
            text.Append(index == 0 ? "\n" : ",\n");
            Add(text, $"{Indent}  {JsonSerializer.Serialize(name, Plain)}: ", value);
        }

        return text.Append('\n').Append(Indent).Append("}\n").Append(Indent).Append("\"\"\");").ToString();
    }

    private static void Add(StringBuilder text, string start, JsonNode? value)
    {
        var whole = value?.ToJsonString(Plain) ?? "null";
        if (value is not JsonArray items || start.Length + whole.Length <= Width)
        {
            text.Append(start).Append(Spaced(value, whole));
            return;
        }

        text.Append(start).Append('[');
        var column = start.Length + 1;
        foreach (var (index, item) in items.Index())
        {
            var one = Spaced(item, item?.ToJsonString(Plain) ?? "null") + (index < items.Count - 1 ? "," : "");
            if (column + 1 + one.Length > Width)
            {
                text.Append('\n').Append(Indent).Append("    ");
                column = Indent.Length + 4;
            }
            else if (index > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(one);
            column += one.Length;
        }

        text.Append(']');
    }

    /// <summary>Lists with a blank behind every comma; what stands in strings stays as it is.</summary>
    private static string Spaced(JsonNode? value, string whole) => value is JsonArray items ? $"[{string.Join(", ", items.Select(item => Spaced(item, item?.ToJsonString(Plain) ?? "null")))}]" : whole;
}
