using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Pretrained;

/// <summary>
/// all-MiniLM-L6-v2, an encoder of English sentences: a BERT of 22,713,216 parameters and 30,522 tokens, trained so that the mean of its last hidden
/// states lies near that of sentences of like meaning. It has no head.
/// </summary>
public static class MiniLM
{
    /// <summary>Its name on the Hub, which from_pretrained takes.</summary>
    public const string Name = "sentence-transformers/all-MiniLM-L6-v2";

    // Of model.onnx in version 24.9.52193 of the package.
    private const string NetworkDigest = "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2";

    // What the weights and the vocabulary do not tell: embedded files of those names.
    private static readonly string[] settings = ["config.json", "tokenizer_config.json", "special_tokens_map.json"];

    /// <summary>The network in ONNX's format, from the package: for OnnxRuntime, which takes input_ids, attention_mask and token_type_ids and gives
    /// last_hidden_state and the pooler's output.</summary>
    /// <exception cref="InvalidInputException">The package's assembly does not lie beside this one.</exception>
    public static Stream Onnx() => MiniLMPackage.Network();

    /// <summary>Writes the files that from_pretrained reads into a folder.</summary>
    /// <exception cref="InvalidInputException">The package's assembly does not lie beside this one, or carries another network.</exception>
    internal static void Convert(string folder)
    {
        using (NewDisposeScope())
        using (var network = MiniLMPackage.Network())
        {
            if (Digests.Of(network) != NetworkDigest)
            {
                throw new InvalidInputException(
                    "model.onnx",
                    null,
                    "the package carries another network than the one that is known",
                    "Restore the version that Directory.Packages.props names"
                );
            }
            network.Position = 0;
            SafetensorsWriter.WriteFile(OnnxWeights.Read(network), Path.Combine(folder, Checkpoint.Safetensors), SafetensorsWriter.OfPyTorch);
        }
        foreach (var name in settings)
        {
            using var content = typeof(MiniLM).Assembly.GetManifestResourceStream($"MiniLM.{name}")!;
            Copy(content, Path.Combine(folder, name));
        }
        using (var vocabulary = MiniLMPackage.Vocabulary()) Copy(vocabulary, Path.Combine(folder, "vocab.txt"));
        WriteTokenizer(folder);
    }

    // The vocabulary once more, with all that a tokenizer does: what other libraries read.
    private static void WriteTokenizer(string folder)
    {
        var known = SettingsReader.Read(folder);
        var pipeline = OlderLayout.Read(folder, known);
        pipeline.Added.Restore(known.AddedTokens);
        TokenizerJsonWriter.Write(pipeline, Path.Combine(folder, "tokenizer.json"));
    }

    private static void Copy(Stream content, string path)
    {
        using var file = File.Create(path);
        content.CopyTo(file);
    }
}
