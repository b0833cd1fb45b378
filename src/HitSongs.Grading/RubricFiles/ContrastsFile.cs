using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Sentences that are learnt from, and only then read: <c>slug.contrasts.yaml</c> beside a question, by criterion.</summary>
/// <remarks>
/// <c>pairs</c> are a right and a wrong sentence each, which differ in role, order, condition, quantity or polarity; <c>examples</c> and
/// <c>counterexamples</c> stand alone. Of a misconception, what is right is what states it.
/// </remarks>
public static class ContrastsFile
{
    /// <summary>Extension that tells it from a question.</summary>
    public const string Extension = ".contrasts.yaml";

    /// <summary>All sentences of the file beside a question; none where there is no such file.</summary>
    /// <param name="question">Path of the question.</param>
    /// <exception cref="InvalidInputException">A key is not known, or a pair is none.</exception>
    public static IReadOnlyList<Contrast> Beside(string question, IReadOnlyCollection<string> criteria)
    {
        var path = Path.ChangeExtension(question, Extension);
        return File.Exists(path) ? Read(path, criteria) : [];
    }

    private static List<Contrast> Read(string path, IReadOnlyCollection<string> criteria)
    {
        var map = new YamlMap(YamlFile.Read(path, path), path, "the file", [.. criteria]);
        var contrasts = new List<Contrast>();
        foreach (var id in map.Keys)
        {
            var criterion = map.Map(id, "pairs", "examples", "counterexamples");
            foreach (var (node, pair) in criterion.Has("pairs") ? criterion.Items("pairs").Select((node, i) => (node, i)) : [])
            {
                var (right, wrong) = node is YamlSequenceNode { Children: [YamlScalarNode one, YamlScalarNode other] }
                    ? (one.Value ?? "", other.Value ?? "")
                    : throw criterion.Fault("pairs", $"pair {pair + 1} is not two sentences", "Write [right, wrong]");
                contrasts.Add(new Contrast(id, right, true, pair));
                contrasts.Add(new Contrast(id, wrong, false, pair));
            }

            AddAll("examples", true);
            AddAll("counterexamples", false);

            void AddAll(string key, bool isRight)
            {
                if (criterion.Has(key))
                {
                    contrasts.AddRange(criterion.Texts(key).Select(text => new Contrast(id, text, isRight, null)));
                }
            }
        }

        return contrasts;
    }
}

/// <summary>A sentence to learn from.</summary>
/// <param name="Criterion">The criterion's id.</param>
/// <param name="IsRight">Whether it states the criterion; otherwise it says something else with its words.</param>
/// <param name="Pair">The number of its pair among those of the criterion; null where it stands alone.</param>
public sealed record Contrast(string Criterion, string Text, bool IsRight, int? Pair);
