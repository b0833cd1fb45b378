using System.Globalization;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>A tensor as the expectation files have it: "float32[2]:3f800000bf800000", other types in decimal.</summary>
internal static class TensorText
{
    public static string Of(Tensor tensor)
    {
        using var values = tensor.detach();
        var elements = tensor.dtype switch
        {
            ScalarType.Float32 => string.Concat(values.data<float>().ToArray().Select(value => BitConverter.SingleToUInt32Bits(value).ToString("x8", CultureInfo.InvariantCulture))),
            ScalarType.Float64 => string.Concat(values.data<double>().ToArray().Select(value => BitConverter.DoubleToUInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture))),
            _ => string.Join(' ', values.to(ScalarType.Int64).data<long>().ToArray().Select(value => value.ToString(CultureInfo.InvariantCulture))),
        };
#pragma warning disable CA1308 // Python writes the names of types in lower case.
        return $"{tensor.dtype.ToString().ToLowerInvariant()}[{string.Join(',', tensor.shape)}]:{elements}";
#pragma warning restore CA1308
    }

    /// <summary>Type and sizes, such as "float32[2]".</summary>
    public static string Kind(string text) => text[..text.IndexOf(':')];

    public static double[] Elements(string text)
    {
        var elements = text[(text.IndexOf(':') + 1)..];
        if (text.StartsWith("float32", StringComparison.Ordinal)) return [.. Words(elements, 8).Select(word => (double)BitConverter.UInt32BitsToSingle(uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
        if (text.StartsWith("float64", StringComparison.Ordinal)) return [.. Words(elements, 16).Select(word => BitConverter.UInt64BitsToDouble(ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
        return [.. elements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<string> Words(string elements, int length) => elements.Chunk(length).Select(word => new string(word));
}
