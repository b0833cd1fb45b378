using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using TorchSharp;

namespace HitSongs.Demonstrations;

/// <summary>Turns what a demonstration observed into JSON.</summary>
internal static class ObservedValues
{
    /// <summary>More numbers than this in one observation is a mistake: an expectation looks at a handful.</summary>
    private const int MaxNumbers = 100_000;

    public static JsonNode? ToJson(string name, object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        torch.Tensor tensor => FromTensor(name, tensor),
        Scalar scalar => Number(scalar.ToDouble()),
        IConvertible number when IsNumber(number) => Number(number.ToDouble(CultureInfo.InvariantCulture)),
        IEnumerable many => FromMany(name, many),
        _ => throw new ArgumentException($"\"{name}\" is a {value.GetType().Name}; hand back numbers, text, truth values, tensors or arrays of them", nameof(value)),
    };

    private static JsonNode FromTensor(string name, torch.Tensor tensor)
    {
        if (tensor.numel() > MaxNumbers)
        {
            throw TooMany(name);
        }

        using var flat = tensor.detach().to_type(torch.ScalarType.Float64).reshape(-1).contiguous();
        var numbers = flat.data<double>().ToArray();
        return tensor.dim() == 0 ? Number(numbers[0]) : new JsonArray([.. numbers.Select(Number)]);
    }

    private static JsonArray FromMany(string name, IEnumerable many)
    {
        var array = new JsonArray();
        foreach (var item in many)
        {
            if (array.Count == MaxNumbers)
            {
                throw TooMany(name);
            }

            array.Add(ToJson(name, item));
        }

        return array;
    }

    /// <summary>JSON has no literals for values that are not finite; they travel as text, as System.Text.Json's named literals.</summary>
    private static JsonNode Number(double value) =>
        double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static bool IsNumber(IConvertible value) => value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static ArgumentException TooMany(string name) => new($"\"{name}\" has more than {MaxNumbers} numbers", nameof(name));
}
