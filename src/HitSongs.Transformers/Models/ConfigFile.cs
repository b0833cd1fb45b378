using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Transformers.Pretrained;

namespace HitSongs.Transformers.Models;

/// <summary>config.json.</summary>
internal static class ConfigFile
{
    public const string Name = "config.json";
    private const long Largest = 16 << 20;
    private static readonly JsonSerializerOptions reading = new() { RespectNullableAnnotations = true, AllowDuplicateProperties = false };
    // What Python writes is ASCII or not as it pleases; quotes and the like need no escapes.
    private static readonly JsonSerializerOptions writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kind of model that a folder's config.json names.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it is no JSON object with a model_type.</exception>
    public static string ModelType(string folder)
    {
        var path = PathOf(folder);
        using var document = Parse(path, Bytes(path));
        return document.RootElement.TryGetProperty("model_type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : throw Refusal(path, null, "it has no model_type");
    }

    /// <exception cref="InvalidInputException">The file is missing, or describes no model of the kind.</exception>
    public static TConfig Read<TConfig>(string folder) where TConfig : PretrainedConfig
    {
        var path = PathOf(PretrainedModels.Resolve(folder));
        var bytes = Bytes(path);
        using var document = Parse(path, bytes);
        TConfig config;
        try
        {
            // From the text, not from the document, for the lines in messages.
            config = JsonSerializer.Deserialize<TConfig>(bytes, reading) ?? throw Refusal(path, null, "it is null");
        }
        catch (JsonException wrong)
        {
            throw Refusal(path, wrong.LineNumber, $"{wrong.Path?.TrimStart('$', '.')} cannot be that", wrong);
        }
        if (document.RootElement.TryGetProperty("model_type", out var type) && type.GetString() != config.model_type)
        {
            throw Refusal(path, null, $"it describes a {type.GetString()}, not a {config.model_type}");
        }
        return config.Fault() is { } fault ? throw Refusal(path, null, fault) : config;
    }

    /// <summary>Keys in order, two spaces deep, as Python writes it.</summary>
    public static string Text(PretrainedConfig config)
    {
        var fields = JsonSerializer.SerializeToNode(config, config.GetType(), writing)!.AsObject();
        var sorted = new JsonObject(
            fields
                .OrderBy(field => field.Key, StringComparer.Ordinal)
                .Where(field => field.Value is not null)
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );
        return sorted.ToJsonString(writing) + "\n";
    }

    private static string PathOf(string folder) => Path.Combine(folder, Name);

    private static byte[] Bytes(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, null, "there is no such file", "Name a folder that save_pretrained wrote, or download the model into it");
        if (file.Length > Largest)
            throw Refusal(path, null, $"it has {file.Length} bytes, more than {Largest}");
        return File.ReadAllBytes(path);
    }

    private static JsonDocument Parse(string path, byte[] bytes)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        }
        catch (JsonException wrong)
        {
            throw Refusal(path, wrong.LineNumber, "it is no JSON, or a key comes twice", wrong);
        }
        document.Dispose();
        throw Refusal(path, null, "it is no JSON object");
    }

    private static InvalidInputException Refusal(string path, long? line, string problem, Exception? cause = null) =>
        new(path, line is { } number ? (int)number + 1 : null, $"this describes no model: {problem}", "Correct the file, or save the model again", cause);
}
