using HitSongs.Grading.Prose;
using HitSongs.Grading.Statements;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Reads the synonyms that all questions share: <c>synonyms.yaml</c> beside <c>rubric.yaml</c>.</summary>
internal static class SynonymFile
{
    public const string Name = "synonyms.yaml";

    /// <exception cref="InvalidInputException">A key is not known, or a word stands in two groups.</exception>
    public static Synonyms Read(string path, string file)
    {
        var map = new YamlMap(YamlFile.Read(path, file), file, "the file", ["synonyms", "opposites"]);
        var groups = ReadGroups(map, "synonyms");
        var group = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, words) in groups)
        {
            foreach (var stems in words.Prepend(name).Select(Key).Distinct(StringComparer.Ordinal))
            {
                if (!group.TryAdd(stems, name))
                {
                    throw map.Fault("synonyms", $"`{stems}` stands in the groups `{group[stems]}` and `{name}`", "Keep it in one of them");
                }
            }
        }

        return new Synonyms(groups, map.Has("opposites") ? [.. map.Items("opposites").Select(node => ReadPair(node, map, group))] : []);
    }

    /// <summary>Those of the nearest folder above a question that has a rubric.yaml; none where there is no such folder.</summary>
    public static Synonyms Above(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Name)))
            {
                return Read(Path.Combine(folder, Name), Name);
            }
        }

        return Synonyms.None;
    }

    /// <summary>The groups of a mapping from a name to its words; each has at least one word.</summary>
    public static Dictionary<string, IReadOnlyList<string>> ReadGroups(YamlMap parent, string key)
    {
        var keys = (parent.Node(key) as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>().Select(name => name.Value ?? "").ToArray() ?? [];
        var map = parent.Map(key, keys);
        var groups = map.Keys.ToDictionary(name => name, map.Texts, StringComparer.Ordinal);
        return groups.FirstOrDefault(pair => pair.Value.Append(pair.Key).Any(text => Word.AllOf(text).Count == 0)).Key is { } wordless
            ? throw map.Fault(wordless, $"a synonym of `{wordless}` has no words", "Write words")
            : groups;
    }

    private static (string One, string Other) ReadPair(YamlNode node, YamlMap map, Dictionary<string, string> groups)
    {
        var names = node is YamlSequenceNode { Children: [YamlScalarNode one, YamlScalarNode other] } ? new[] { one.Value ?? "", other.Value ?? "" } : [];
        return names.Length == 2 && groups.ContainsValue(names[0]) && groups.ContainsValue(names[1])
            ? (names[0], names[1])
            : throw map.Fault("opposites", "each of `opposites` must be the names of two groups", "Write [before, after]");
    }

    private static string Key(string text) => string.Join(' ', Word.AllOf(text).Select(word => word.Stem));
}
