using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Reads the marked answers that lie beside a question: <c>slug.samples.yaml</c>.</summary>
public static class SampleFile
{
    /// <summary>Extension that tells it from a question.</summary>
    public const string Extension = ".samples.yaml";

    /// <param name="path">The file.</param>
    /// <param name="question">The question that it belongs to.</param>
    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">A key, a mark or a value is wrong; with its line.</exception>
    public static IReadOnlyList<Sample> Read(string path, Question question, string file)
    {
        var map = new YamlMap(YamlFile.Read(path, file), file, "the file", ["samples", "pairs"]);
        var samples = map.Items("samples").Select(node => ReadSample(node, file, question)).ToList();
        return samples.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidInputException(file, twice.Last().Line, $"there are two samples `{twice.Key}`", "Rename one")
            : samples;
    }

    private static Sample ReadSample(YamlNode node, string file, Question question)
    {
        var map = new YamlMap(node, file, "the sample", ["id", "kind", "heldOut", "marks", "answer"]);
        var marks = new Dictionary<string, double>(StringComparer.Ordinal);
        if (map.Has("marks") && map.Node("marks") is YamlMappingNode { Children.Count: > 0 })
        {
            var criteria = question.ProseCriteria.ToDictionary(c => c.Id, StringComparer.Ordinal);
            var given = map.Map("marks", [.. criteria.Keys]);
            foreach (var id in given.Keys)
            {
                marks.Add(id, given.Number(id, 0, criteria[id].Points));
            }
        }

        return new Sample(
            map.Text("id"),
            map.Text("kind"),
            map.Has("heldOut") && map.OneOf("heldOut", "true", "false") == "true",
            marks,
            map.Has("answer") ? (map.Node("answer") as YamlScalarNode)?.Value ?? "" : "",
            map.Line
        );
    }
}
