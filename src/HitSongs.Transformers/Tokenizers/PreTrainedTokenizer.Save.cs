using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Steps;

namespace HitSongs.Transformers;

/// <summary>Writing the tokenizer's folder.</summary>
public partial class PreTrainedTokenizer
{
    /// <summary>The Python library's value for "no bound".</summary>
    private const string Unbounded = "1000000000000000019884624838656";

    /// <summary>Writes tokenizer.json, tokenizer_config.json, special_tokens_map.json and the vocabulary's own files, as Python's library reads them.</summary>
    /// <param name="save_directory">The folder; made where it is missing.</param>
    /// <param name="filename_prefix">Goes before the names of the vocabulary's files; not a path.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="ArgumentException">The prefix has a folder in it.</exception>
    public IReadOnlyList<string> save_pretrained(string save_directory, string? filename_prefix = null)
    {
        var prefix = filename_prefix is { Length: > 0 } ? filename_prefix + "-" : "";
        if (prefix != Path.GetFileName(prefix) || prefix.StartsWith("..", StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{filename_prefix}\" is not the beginning of a file name", nameof(filename_prefix));
        }
        Directory.CreateDirectory(save_directory);
        string config = Path.Combine(save_directory, "tokenizer_config.json"),
            map = Path.Combine(save_directory, "special_tokens_map.json"),
            whole = Path.Combine(save_directory, "tokenizer.json");
        Write(config, WriteConfig);
        Write(map, writer => WriteSpecial(writer, asObjects: true));
        TokenizerJsonWriter.Write(Pipeline, whole);
        return [config, map, .. Pipeline.Model.SaveVocabulary(save_directory, prefix), whole];
    }

    private static void Write(string path, Action<Utf8JsonWriter> members)
    {
        using var stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream, JsonLayout.Indented);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    }

    private void WriteConfig(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("added_tokens_decoder");
        foreach (var (id, token) in Pipeline.Added.Tokens)
        {
            writer.WriteStartObject(id.ToString());
            TokenizerJsonWriter.WriteToken(writer, token);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteBoolean(nameof(clean_up_tokenization_spaces), clean_up_tokenization_spaces);
        WriteSpecial(writer, asObjects: false);
        WriteClassSettings(writer);
        writer.WritePropertyName(nameof(model_max_length));
        writer.WriteRawValue(model_max_length?.ToString() ?? Unbounded);
        writer.WriteString(nameof(padding_side), padding_side);
        writer.WriteString(nameof(truncation_side), truncation_side);
        if (Settings.ModelInputNames is { } names)
        {
            writer.WriteStartArray(nameof(model_input_names));
            foreach (var name in names)
            {
                writer.WriteStringValue(name);
            }
            writer.WriteEndArray();
        }
        writer.WriteString("tokenizer_class", ClassName);
    }

    /// <summary>The settings that only this class has.</summary>
    private void WriteClassSettings(Utf8JsonWriter writer)
    {
        if (Pipeline.Normalizer is BertNormalizer normalizer)
        {
            writer.WriteBoolean("do_lower_case", normalizer.Lowercase);
            writer.WriteBoolean("tokenize_chinese_chars", normalizer.HandleChineseChars);
            writer.WritePropertyName("strip_accents");
            JsonSerializer.Serialize(writer, normalizer.StripAccents);
        }
        if (Pipeline.PreTokenizer.PreTokenizers.OfType<ByteLevelPreTokenizer>().FirstOrDefault() is { } byteLevel)
        {
            writer.WriteBoolean("add_prefix_space", byteLevel.AddPrefixSpace);
        }
    }

    private void WriteSpecial(Utf8JsonWriter writer, bool asObjects)
    {
        foreach (var name in SpecialTokens.Names.Where(NamedSpecial.ContainsKey))
        {
            var token = NamedSpecial[name];
            if (!asObjects || token == AddedToken.MakeSpecial(token.content))
            {
                writer.WriteString(name, token.content);
                continue;
            }
            writer.WriteStartObject(name);
            TokenizerJsonWriter.WriteToken(writer, token);
            writer.WriteEndObject();
        }
        if (AdditionalSpecial.Count > 0)
        {
            writer.WriteStartArray(nameof(additional_special_tokens));
            foreach (var token in AdditionalSpecial)
            {
                writer.WriteStringValue(token.content);
            }
            writer.WriteEndArray();
        }
    }
}
