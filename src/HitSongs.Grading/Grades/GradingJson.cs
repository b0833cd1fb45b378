using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace HitSongs.Grading.Grades;

/// <summary>JSON format of grades and evidence, which are read back strictly.</summary>
internal static class GradingJson
{
    // Observations of a demonstration may be nested; what a demonstration may hand back is limited elsewhere.
    private const int DeepestNesting = 256;
    private const string TwiceInObject = "a key stands twice";

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        MaxDepth = DeepestNesting,
        // Readable in every language, and safe to embed in a page.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new UndefinedNumberConverter() },
    };

    /// <exception cref="InvalidInputException">It is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <param name="options">Null for <see cref="Options"/>.</param>
    public static T Read<T>(string json, string file, string remedy, JsonSerializerOptions? options = null)
    {
        try
        {
            // An element is a value of its own kind where others are null.
            return JsonSerializer.Deserialize<T>(json, options ?? Options) is { } value and not JsonElement { ValueKind: JsonValueKind.Null }
                ? value
                : throw new InvalidInputException(file, null, "the file holds null", remedy);
        }
        catch (JsonException e)
        {
            var problem = e.Message.StartsWith("Duplicate property", StringComparison.Ordinal)
                ? TwiceInObject
                : e.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.').ReplaceLineEndings(" ");
            throw new InvalidInputException(file, (int?)e.LineNumber + 1, $"this cannot be read ({problem})", remedy, e);
        }
        catch (ArgumentException e)
        {
            // How nodes, unlike records, tell of this.
            throw new InvalidInputException(file, null, $"this cannot be read ({TwiceInObject})", remedy, e);
        }
    }

    /// <summary>JSON has no NaN: what is undefined is null.</summary>
    private sealed class UndefinedNumberConverter : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
