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
        text.Append(start);
        var column = start.Length;
        foreach (var (index, atom) in Atoms(value).Index())
        {
            if (index > 0 && column + 1 + atom.Length > Width)
            {
                text.Append('\n').Append(Indent).Append("    ");
                column = Indent.Length + 4;
            }
            else if (index > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(atom);
            column += atom.Length;
        }
    }

    /// <summary>Parts kept together on a line: a number or text with the brackets that open before it, and those and the comma behind it.</summary>
    private static List<string> Atoms(JsonNode? value)
    {
        if (value is not JsonArray { Count: > 0 } items)
        {
            return [value?.ToJsonString(Plain) ?? "null"];
        }

        var atoms = new List<string>();
        foreach (var (index, item) in items.Index())
        {
            var inner = Atoms(item);
            inner[^1] += index < items.Count - 1 ? "," : "";
            atoms.AddRange(inner);
        }

        atoms[0] = $"[{atoms[0]}";
        atoms[^1] += "]";
        return atoms;
    }
}
