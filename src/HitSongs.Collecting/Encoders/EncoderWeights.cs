using System.Security.Cryptography;
using HitSongs.Grading.Readers;
using HitSongs.Transformers;
using static TorchSharp.torch;

namespace HitSongs.Collecting.Encoders;

/// <summary>Weights learnt for the encoder of prose, as differences of its last layers from the pretrained ones. The content of
/// <c>encoder.safetensors</c> beside rubric.yaml.</summary>
/// <remarks>Matrices are kept as bytes with a factor for each row: the file is a quarter as large, and no grade needs more.</remarks>
internal static class EncoderWeights
{
    public const string FileName = ReadingSettings.EncoderFileName;

    /// <summary>Number of layers that stay as pretrained.</summary>
    public const int FrozenLayers = 4;

    private const string Factors = ".factors";
    private const double Steps = 127;

    /// <summary>SHA-256 of the file in lower-case hex.</summary>
    public static string IdOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>The weights that may be learnt, by name.</summary>
    public static IReadOnlyDictionary<string, TorchSharp.Modules.Parameter> Trained(BertModel model) => model.named_parameters()
        .Where(pair => LayerOf(pair.name) >= FrozenLayers)
        .ToDictionary(pair => pair.name, pair => pair.parameter, StringComparer.Ordinal);

    /// <summary>Writes how learnt weights differ from the pretrained ones, and rounds them to what was written.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, TorchSharp.Modules.Parameter> learnt, IReadOnlyDictionary<string, Tensor> pretrained)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var kept = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, weight) in learnt)
        {
            var difference = weight - pretrained[name];
            if (difference.dim() == 1)
            {
                kept[name] = difference;
                continue;
            }

            var factors = difference.abs().amax(new long[] { 1 }, keepdim: true).clamp(1e-12) / Steps;
            kept[name] = (difference / factors).round().to(ScalarType.Int8);
            kept[name + Factors] = factors;
            weight.copy_(pretrained[name] + (kept[name].to(ScalarType.Float32) * factors));
        }

        safetensors.save_file(kept, path);
    }

    /// <summary>Adds what was learnt to the pretrained weights of a model.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or is of another model.</exception>
    public static void Add(string path, BertModel model)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var kept = safetensors.load_file(path);
        foreach (var (name, weight) in Trained(model))
        {
            if (!kept.TryGetValue(name, out var difference) || !difference.shape.SequenceEqual(weight.shape))
            {
                throw new InvalidInputException(path, null, $"it has no weights for {name}", "Learn it anew: hitsongs rubric learn");
            }

            var isWhole = kept.TryGetValue(name + Factors, out var factors);
            weight.add_(isWhole ? difference.to(ScalarType.Float32) * factors! : difference);
        }
    }

    private static int LayerOf(string name) =>
        name.StartsWith("encoder.layer.", StringComparison.Ordinal) ? int.Parse(name.Split('.')[2], System.Globalization.CultureInfo.InvariantCulture) : -1;
}
