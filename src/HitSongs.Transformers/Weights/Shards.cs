using System.Text.Json;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>Weights in several files, and an index that says which is where (model.safetensors.index.json).</summary>
internal sealed class Shards : WeightSource
{
    private readonly Dictionary<string, WeightSource> places = new(StringComparer.Ordinal);
    private readonly List<WeightSource> files = [];

    /// <exception cref="InvalidInputException">The index names files that are not beside it, or weights that they do not have.</exception>
    public Shards(string index, Func<string, WeightSource> open)
    {
        try
        {
            var opened = new Dictionary<string, WeightSource>(StringComparer.Ordinal);
            foreach (var (name, file) in Map(index))
            {
                if (!opened.TryGetValue(file, out var source))
                {
                    files.Add(source = opened[file] = open(Beside(index, file)));
                }
                if (!source.Names.Contains(name)) throw Refusal(index, $"it says that '{name}' is in {file}, which does not have it");
                places[name] = source;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override IReadOnlyCollection<string> Names => places.Keys;

    public override ScalarType Type(string name) => places[name].Type(name);

    public override long[] Shape(string name) => places[name].Shape(name);

    public override void Read(string name, Tensor target) => places[name].Read(name, target);

    protected override void Close()
    {
        foreach (var file in files) file.Dispose();
    }

    private static Dictionary<string, string> Map(string index)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(index));
            return document.RootElement.GetProperty("weight_map").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? "");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw Refusal(index, "it is no JSON object with a weight_map of names to files", wrong);
        }
    }

    private static string Beside(string index, string file)
    {
        if (file.Length == 0 || file.Contains("..") || file.IndexOfAny(['/', '\\', '\0', ':']) >= 0)
            throw Refusal(index, $"it names the file '{file}', which is not beside it");
        var path = Path.Combine(Path.GetDirectoryName(index)!, file);
        return File.Exists(path) ? path : throw Refusal(index, $"it names the file '{file}', which is missing");
    }

    private static InvalidInputException Refusal(string index, string problem, Exception? cause = null) =>
        new(index, null, $"this index of weights cannot be used: {problem}", "Download the folder anew", cause);
}
