using System.Text.Json;
using System.Text.Json.Serialization;

namespace HitSongs.Grading.Readers;

/// <summary>Passage embedding, as whole numbers: what other processors compute differently is beyond the last of them.</summary>
/// <param name="Values">As many as <see cref="Size"/>.</param>
[JsonConverter(typeof(Base64))]
public sealed record PassageVector(sbyte[] Values)
{
    /// <summary>Dimension of a vector: the mean of the tokens' states and the state of the first token, 384 each.</summary>
    public const int Size = 768;

    /// <summary>Steps of one; values beyond ±127 steps are cut.</summary>
    public const float Steps = 32;

    /// <summary>Rounds what an encoder computed.</summary>
    public static PassageVector Of(ReadOnlySpan<float> state)
    {
        var values = new sbyte[Size];
        for (var i = 0; i < Size; i++)
        {
            values[i] = (sbyte)Math.Clamp(MathF.Round(state[i] * Steps), -127, 127);
        }

        return new PassageVector(values);
    }

    private sealed class Base64 : JsonConverter<PassageVector>
    {
        public override PassageVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TryGetBytesFromBase64(out var bytes) && bytes.Length == Size
                ? new PassageVector((sbyte[])(Array)bytes)
                : throw new JsonException($"a vector must be {Size} bytes in base 64");

        public override void Write(Utf8JsonWriter writer, PassageVector value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue((byte[])(Array)value.Values);
    }
}
