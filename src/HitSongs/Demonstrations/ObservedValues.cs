using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace HitSongs.Demonstrations;

/// <summary>Turns what a demonstration observed into JSON.</summary>
internal static class ObservedValues
{
    /// <summary>More numbers than this in one observation is a mistake: an expectation looks at a handful.</summary>
    public const int MaxNumbers = 100_000;

    /// <summary>Makes numbers or arrays of values that this library does not know, such as tensors; null for what it does not know either.</summary>
    public static Func<string, object, object?> Convert { get; set; } = (_, _) => null;

    /// <summary>Lists in lists beyond this are a mistake, such as a list that holds itself.</summary>
    private const int DeepestNesting = 8;

    public static JsonNode? ToJson(string name, object? value, int depth = 0) =>
        value switch
        {
            null => null,
            bool flag => JsonValue.Create(flag),
            string text => JsonValue.Create(text),
            IConvertible number when IsNumber(number) => Number(number.ToDouble(CultureInfo.InvariantCulture)),
            _ when Convert(name, value) is { } converted => ToJson(name, converted, depth),
            IEnumerable when depth == DeepestNesting => throw new ArgumentException(
                $"\"{name}\" has lists in lists, more than {DeepestNesting} deep",
                nameof(value)
            ),
            IEnumerable many => FromMany(name, many, depth + 1),
            _ => throw new ArgumentException(
                $"\"{name}\" is a {value.GetType().Name}; hand back numbers, text, truth values, tensors or arrays of them",
                nameof(value)
            ),
        };

    public static ArgumentException TooMany(string name) => new($"\"{name}\" has more than {MaxNumbers} numbers", nameof(name));

    private static JsonArray FromMany(string name, IEnumerable many, int depth)
    {
        var array = new JsonArray();
        foreach (var item in many)
        {
            if (array.Count == MaxNumbers)
            {
                throw TooMany(name);
            }

            array.Add(ToJson(name, item, depth));
        }

        return array;
    }

    /// <summary>JSON has no literals for values that are not finite; they travel as text, as System.Text.Json's named literals.</summary>
    private static JsonValue Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static bool IsNumber(IConvertible value) => value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;
}
