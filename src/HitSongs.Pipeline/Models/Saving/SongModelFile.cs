using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Metrics;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Saving;

/// <summary>Metadata of a model file beside the model.</summary>
/// <param name="Recipe">The name under which it was trained, of <see cref="ModelRecipes.All"/>.</param>
/// <param name="Features">What it looks at.</param>
/// <param name="Columns">The columns of song files that it needs, which is the schema of its inputs.</param>
/// <param name="Data">What it was trained on, with every removal and repair.</param>
/// <param name="Versions">Versions of what it was trained with, by name.</param>
/// <param name="Validation">How its metrics were found, in words.</param>
/// <param name="Metrics">Its metrics on songs that it had not seen.</param>
/// <param name="Seed">The seed of all of it.</param>
public sealed record ModelCard(
    string Recipe,
    FeatureSet Features,
    IReadOnlyList<string> Columns,
    DataCard Data,
    IReadOnlyDictionary<string, string> Versions,
    string Validation,
    IReadOnlyDictionary<string, Metric> Metrics,
    int Seed);

/// <summary>
/// Saves a model with its card, and loads it. The first line names the format and the SHA-256 of all that follows, so that a damaged file is refused before
/// anything of it is read. Then comes JSON of numbers and texts, all of which are checked: nothing of a file is executed, whoever made it.
/// </summary>
public static class SongModelFile
{
    /// <summary>The first word of every model file.</summary>
    public const string Schema = "hitsongs/model/4";

    private const int LongestHeader = 128;

    private const long LargestFile = 512L << 20;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Writes a model; the same model and card give the same bytes.</summary>
    public static void Save(string path, TrainedModel model, ModelCard card) => File.WriteAllBytes(path, ToBytes(model, card));

    /// <inheritdoc cref="Save"/>
    public static byte[] ToBytes(TrainedModel model, ModelCard card)
    {
        var file = new JsonObject { ["card"] = JsonSerializer.SerializeToNode(card, Options), ["model"] = model.Save() };
        return Sealed(JsonSerializer.SerializeToUtf8Bytes(file));
    }

    /// <summary>The file of some content: its header before it.</summary>
    internal static byte[] Sealed(byte[] content) => [.. Encoding.ASCII.GetBytes(Header(content)), .. content];

    private static string Header(ReadOnlySpan<byte> content) => $"{Schema} {Convert.ToHexStringLower(SHA256.HashData(content))}\n";

    /// <exception cref="FormatException">The file is of another format, or damaged.</exception>
    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file)
    {
        var end = file[..Math.Min(LongestHeader, file.Length)].IndexOf((byte)'\n') + 1;
        if (!file.StartsWith(Encoding.ASCII.GetBytes($"{Schema} ")))
            throw new FormatException($"it does not begin with '{Schema}'");
        return file[..end].SequenceEqual(Encoding.ASCII.GetBytes(Header(file[end..])))
            ? file[end..]
            : throw new FormatException("it is damaged: its content has not the digest that its first line names");
    }

    /// <summary>Reads a model and its card.</summary>
    /// <exception cref="InvalidInputException">The file is missing, or no whole model file of this version.</exception>
    public static (TrainedModel Model, ModelCard Card) Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new FormatException($"it is larger than {LargestFile >> 20} MB");
            var file = JsonNode.Parse(Content(File.ReadAllBytes(path))) ?? throw new FormatException("it is empty");
            var card = file.Part("card").Deserialize<ModelCard>(Options) ?? throw new FormatException("'card' is missing");
            return (ModelStates.Load(file.Part("model")), card);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, null, "there is no such file that can be read", "Train a model with `hitsongs train … --out MODEL`", e);
        }
        catch (Exception e)
            when (e
                    is FormatException
                        or JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or OverflowException
                        or NotSupportedException
                        or InvalidDataException
            )
        {
            var problem = e is FormatException ? e.Message.ReplaceLineEndings(" ").TrimEnd('.') : "it is no JSON, or cut off";
            throw new InvalidInputException(path, null, $"it is no model of this version: {problem}", "Train it again with `hitsongs train … --out MODEL`", e);
        }
    }
}
