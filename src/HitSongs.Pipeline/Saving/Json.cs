using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace HitSongs.Pipeline.Saving;

/// <summary>Reads and writes the parts of a model file. What a file lacks, or has of another kind or length, is a <see cref="FormatException"/> that names
/// it.</summary>
internal static class Json
{
    /// <summary>No list of a model file is longer.</summary>
    private const int LongestList = 50_000_000;

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);

    /// <summary>Numbers that are read back to the bit; base64 of their bytes, the lowest first.</summary>
    public static JsonValue Numbers(IEnumerable<double> numbers) => JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes(numbers.ToArray().AsSpan())));

    /// <inheritdoc cref="Numbers(IEnumerable{double})"/>
    public static JsonValue Singles(ReadOnlySpan<float> numbers) => JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes(numbers)));

    public static JsonNode Part(this JsonNode node, string name) =>
        node is JsonObject fields && fields.TryGetPropertyValue(name, out var part) && part is not null
            ? part
            : throw new FormatException($"'{name}' is missing");

    public static string Text(this JsonNode node, string name) =>
        node.Part(name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new FormatException($"'{name}' is no text");

    public static double Number(this JsonNode node, string name) =>
        node.Part(name) is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"'{name}' is no number");

    public static int Whole(this JsonNode node, string name, int low, int high) =>
        node.Number(name) is var number && number >= low && number <= high && Math.Floor(number).Equals(number)
            ? (int)number
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{name}' is no whole number from {low} to {high}"));

    public static T Choice<T>(this JsonNode node, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(node.Text(name), out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}");

    public static IReadOnlyList<JsonNode> Parts(this JsonNode node, string name) =>
        node.Part(name) is JsonArray array && array.Count <= LongestList && array.All(item => item is not null)
            ? [.. array.Select(item => item!)]
            : throw new FormatException($"'{name}' is no list");

    public static IReadOnlyList<string> Texts(this JsonNode node, string name)
    {
        var texts = node.Parts(name)
            .Select(item =>
                item is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new FormatException($"'{name}' is no list of texts")
            )
            .ToList();
        return texts.Distinct(StringComparer.Ordinal).Count() == texts.Count ? texts : throw new FormatException($"'{name}' names something twice");
    }

    /// <summary>Numbers that <see cref="Numbers(IEnumerable{double})"/> has written, none so large that sums of them could overflow.</summary>
    /// <param name="count">As many as there must be.</param>
    public static double[] Numbers(this JsonNode node, string name, int count) => Bytes<double>(node, name, count, number => Math.Abs(number) <= 1e15);

    /// <inheritdoc cref="Numbers(JsonNode, string, int)"/>
    public static float[] Singles(this JsonNode node, string name, int count) => Bytes<float>(node, name, count, number => Math.Abs(number) <= 1e9f);

    private static T[] Bytes<T>(JsonNode node, string name, int count, Func<T, bool> isSound)
        where T : unmanaged
    {
        var bytes = Convert.FromBase64String(node.Text(name));
        if (bytes.Length != count * (long)Marshal.SizeOf<T>())
            throw new FormatException($"'{name}' has not {count} numbers");
        var numbers = MemoryMarshal.Cast<byte, T>(bytes).ToArray();
        return numbers.All(isSound) ? numbers : throw new FormatException($"'{name}' has a number that no model has");
    }
}
