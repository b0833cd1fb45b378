using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Json;

/// <summary>A component of tokenizer.json that has nothing but its type.</summary>
internal static class TypeOnly
{
    public static void Write(Utf8JsonWriter writer, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }
}
