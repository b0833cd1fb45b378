using System.Text.Json.Nodes;
using HitSongs.Transformers;
using HitSongs.Transformers.Pretrained;
using TorchSharp;

/// <summary>What all-MiniLM-L6-v2 makes of lower-case sentences: pieces by the plain algorithm on its vocabulary, numbers by OnnxRuntime
/// on the network in its package.</summary>
internal static class Pretrained
{
    /// <summary>What from_pretrained takes.</summary>
    public const string Name = MiniLM.Name;

    /// <summary>As its authors published them.</summary>
    public const long Parameters = 22_713_216;

    public const int Size = MiniLMEncoder.Size;

    /// <summary>Single precision, sums of hundreds of numbers, six layers deep: two ways differ by some millionths.</summary>
    public const double Tolerance = 1e-4;

    private static readonly Lazy<WordPiece> words = new(() => new WordPiece(Vocabulary));

    public static string[] Vocabulary => File.ReadAllLines(Path.Combine(PretrainedModels.Folder(Name), "vocab.txt"));

    public static WordPiece Words => words.Value;

    /// <summary>The numbers of one of its weights.</summary>
    public static double[] Weight(string name)
    {
        using var scope = torch.NewDisposeScope();
        var file = Path.Combine(PretrainedModels.Folder(Name), "model.safetensors");
        return [.. safetensors.load_file(file, wanted: one => one == name)[name].data<float>().ToArray().Select(value => (double)value)];
    }

    /// <summary>The hidden states of a sentence's tokens one after the other, and the pooler's output.</summary>
    public static (float[] States, float[] Pooled) Run(string sentence) => MiniLMEncoder.Shared.Run(Words.Ids(sentence));

    /// <summary>The mean of a sentence's hidden states, scaled to length 1.</summary>
    public static double[] Vector(string sentence) => MiniLMEncoder.Shared.SentenceVector(Words.Ids(sentence));

    /// <summary>The vectors of sentences, one after the other.</summary>
    public static double[] Vectors(JsonNode? sentences) => [.. Draws.Texts(sentences).SelectMany(Vector)];

    /// <summary>The cosines between the first sentence and each of the others.</summary>
    public static double[] Similarities(IReadOnlyList<string> sentences)
    {
        var vectors = sentences.Select(Vector).ToList();
        return [.. vectors.Skip(1).Select(vector => vector.Zip(vectors[0], (a, b) => a * b).Sum())];
    }
}
