using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;

namespace HitSongs.Grading.Expectations;

/// <summary>Observations of a demonstration, by name and type.</summary>
/// <remarks>
/// What is missing or of another type is never an exception: reading it gives an empty value, and every check about that observation fails with
/// the reason. Where a name was observed more than once, the last one counts.
/// </remarks>
public sealed class Observed(IReadOnlyList<Observation> observations)
{
    private const int MostNumbers = 1_000_000;
    private const int MostShown = 80;

    private readonly Dictionary<string, string> faults = new(StringComparer.Ordinal);

    /// <summary>A number; <see cref="double.NaN"/> where there is none.</summary>
    public double Number(string name) => Find(name) is { } value ? AsNumber(value.Value) ?? Wrong(name, value, "a number", double.NaN) : double.NaN;

    /// <summary>Numbers of a list or of nested lists, row by row; a single number is a list of one; empty where there are none.</summary>
    public IReadOnlyList<double> Numbers(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        var numbers = new List<double>();
        return Flatten(value.Value, numbers) ? numbers : Wrong<IReadOnlyList<double>>(name, value, "numbers", []);
    }

    /// <summary>A text; empty where there is none.</summary>
    public string Text(string name) =>
        Find(name) is not { } value ? ""
        : value.Value is JsonValue text && text.TryGetValue<string>(out var read) ? read
        : Wrong(name, value, "a text", "");

    /// <summary>True or false; false where there is neither.</summary>
    public bool Flag(string name) =>
        Find(name) is { } value
        && (value.Value is JsonValue flag && flag.TryGetValue<bool>(out var read) ? read : Wrong(name, value, "true or false", fallback: false));

    /// <summary>A list of true and false; empty where there is none.</summary>
    public IReadOnlyList<bool> Flags(string name) => ListOf<bool>(name, "a list of true and false");

    /// <summary>A list of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string name) => ListOf<string>(name, "a list of texts");

    /// <summary>The line that observed it; null where nothing did.</summary>
    public int? Line(string name) => observations.LastOrDefault(observation => observation.Name == name)?.Line;

    /// <summary>Why nothing can be said of an observation; null where it was read without fault.</summary>
    internal string? Fault(string name) =>
        observations.Any(observation => observation.Name == name) ? faults.GetValueOrDefault(name) : $"nothing was observed under the name \"{name}\"";

    /// <summary>The observation as it was handed back, shortened.</summary>
    internal string Shown(string name) =>
        observations.LastOrDefault(observation => observation.Name == name) is { } observation ? Shown(observation.Value) : "nothing";

    private Observation? Find(string name)
    {
        // What counts for a check is how its observation was read last.
        faults.Remove(name);
        return observations.LastOrDefault(observation => observation.Name == name);
    }

    private T Wrong<T>(string name, Observation observation, string wanted, T fallback)
    {
        faults[name] = $"\"{name}\" is {Shown(observation.Value)}, which is not {wanted}";
        return fallback;
    }

    private IReadOnlyList<T> ListOf<T>(string name, string wanted)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        var items = new List<T>();
        return value.Value is JsonArray list && list.All(item => IsRead(item, items)) ? items : Wrong<IReadOnlyList<T>>(name, value, wanted, []);
    }

    private static bool IsRead<T>(JsonNode? item, List<T> items)
    {
        if (item is not JsonValue value || !value.TryGetValue<T>(out var read))
        {
            return false;
        }

        items.Add(read);
        return true;
    }

    private static string Shown(JsonNode? value) => Shortened(value?.ToJsonString() ?? "null");

    /// <summary>As much of a text as feedback has room for.</summary>
    internal static string Shortened(string text) => text.Length <= MostShown ? text : text[..MostShown] + "\u2026";

    private static bool Flatten(JsonNode? node, List<double> numbers)
    {
        if (node is JsonArray list)
        {
            return list.All(item => Flatten(item, numbers));
        }

        if (AsNumber(node) is not { } number || numbers.Count >= MostNumbers)
        {
            return false;
        }

        numbers.Add(number);
        return true;
    }

    // JSON has no word for them, so demonstrations hand them back as text.
    private static double? AsNumber(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Number => double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        JsonValueKind.String => node.GetValue<string>() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };
}
