using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Criteria;

/// <summary>More examples and counterexamples for the criteria of a question, in a file beside it: <c>slug.examples.yaml</c>.</summary>
internal sealed class ExamplesFile
{
    /// <summary>Extension that tells it from a question.</summary>
    public const string Extension = ".examples.yaml";

    private readonly YamlMap criteria;

    private ExamplesFile(YamlMap criteria) => this.criteria = criteria;

    /// <param name="question">Path of the question.</param>
    /// <param name="file">How messages name the question.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="InvalidInputException">It is not a mapping.</exception>
    public static ExamplesFile? Beside(string question, string file)
    {
        var (path, name) = (Path.ChangeExtension(question, Extension), Path.ChangeExtension(file, Extension));
        if (!File.Exists(path))
        {
            return null;
        }

        var root = YamlFile.Read(path, name);
        var ids = (root as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "").ToList() ?? [];
        return new ExamplesFile(new YamlMap(root, name, "the file", ids));
    }

    /// <summary>Entry under a criterion's id; null where there is none.</summary>
    public YamlMap? Of(string criterion) => criteria.Has(criterion) ? criteria.Map(criterion, "examples", "counterexamples") : null;

    /// <summary>A fault for each id that is of no criterion with examples.</summary>
    public IEnumerable<InvalidInputException> FaultsBeside(IReadOnlyCollection<string> known) =>
        criteria
            .Keys.Where(id => !known.Contains(id))
            .Select(id =>
                criteria.Fault(
                    id,
                    $"`{id}` is no criterion of the question that has `examples`",
                    known.Count == 0 ? "Remove it" : Nearest.Suggestion(id, known)
                )
            );
}
