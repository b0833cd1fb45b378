using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>Writes tokenizer.json as Hugging Face's tokenizers read it.</summary>
internal static class TokenizerJsonWriter
{
    public static void Write(TokenizerPipeline pipeline, string path)
    {
        using var stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream, JsonLayout.Indented);
        writer.WriteStartObject();
        writer.WriteString("version", "1.0");
        writer.WriteNull("truncation");
        writer.WriteNull("padding");
        writer.WriteStartArray("added_tokens");
        foreach (var (id, token) in pipeline.Added.Tokens)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            WriteToken(writer, token);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        Component(writer, "normalizer", pipeline.Normalizer is { } normalizer ? normalizer.Write : null);
        Component(writer, "pre_tokenizer", pipeline.PreTokenizer.Write);
        Component(writer, "post_processor", pipeline.PostProcessor is { } postProcessor ? postProcessor.Write : null);
        Component(writer, "decoder", pipeline.Decoder is { } decoder ? decoder.Write : null);
        Component(writer, "model", pipeline.Model.Write);
        writer.WriteEndObject();
    }

    /// <summary>The members of an added token, without its id and the braces.</summary>
    public static void WriteToken(Utf8JsonWriter writer, AddedToken token)
    {
        writer.WriteString("content", token.content);
        writer.WriteBoolean("single_word", token.single_word);
        writer.WriteBoolean("lstrip", token.lstrip);
        writer.WriteBoolean("rstrip", token.rstrip);
        writer.WriteBoolean("normalized", token.normalized);
        writer.WriteBoolean("special", token.special);
    }

    private static void Component(Utf8JsonWriter writer, string name, Action<Utf8JsonWriter>? write)
    {
        writer.WritePropertyName(name);
        if (write is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer);
        }
    }
}
