using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Programs.Notebooks;

/// <summary>A value as readers want it: numbers of six digits, long lists with their start.</summary>
internal static class ShortValue
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Items = 8;
    private const int Characters = 160;

    public static string Of(JsonNode? value) =>
        value switch
        {
            null => "null",
            JsonArray many => $"[{string.Join(", ", many.Take(Items).Select(Of))}{(many.Count > Items ? $", … ({many.Count} in all)" : "")}]",
            JsonValue one when one.GetValueKind() == JsonValueKind.Number => Number(one.GetValue<double>()),
            _ when Text(value) is { Length: > Characters } text =>
                $"{text[..(char.IsHighSurrogate(text[Characters - 1]) ? Characters - 1 : Characters)]}… ({text.Length:N0} characters)",
            _ => Text(value),
        };

    /// <summary>Counts keep all their digits.</summary>
    private static string Number(double number) =>
        number.ToString(double.IsInteger(number) && Math.Abs(number) < 1e15 ? "0" : "G6", CultureInfo.InvariantCulture);

    private static string Text(JsonNode value) => value.ToJsonString(Plain);
}
