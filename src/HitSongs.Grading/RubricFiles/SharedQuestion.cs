using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>The question whose rubric another one shares.</summary>
/// <param name="Id">Its id in the rubric.</param>
/// <param name="Name">How messages name its file.</param>
/// <param name="FullPath">Where that lies.</param>
internal sealed record SharedQuestion(string Id, string Name, string FullPath)
{
    public const string Key = "sameAs";
    private const string Index = "rubric.yaml";
    private const string Extension = ".yaml";

    private static readonly string[] OfItsOwn = ["criteria", "demonstration", "model", "synonyms"];
    private static readonly string[] Companions = [".cs", ".examples.yaml", ".contrasts.yaml", ".samples.yaml", ".weights.json"];

    /// <param name="map">The question that shares.</param>
    /// <param name="path">Where its file lies.</param>
    /// <exception cref="InvalidInputException">There is no such question, it shares itself, or the one that shares has something of its own.</exception>
    public static SharedQuestion Read(YamlMap map, string path)
    {
        var id = map.Text(Key);
        if (OfItsOwn.FirstOrDefault(map.Has) is { } own)
        {
            throw map.Fault(own, $"it has `{own}` of its own, but shares those of {id}", $"Remove `{own}:`, or `{Key}:`");
        }

        if (Companions.Select(extension => Path.ChangeExtension(path, extension)).FirstOrDefault(File.Exists) is { } companion)
        {
            throw map.Fault(
                Key,
                $"{Path.GetFileName(companion)} lies beside it and would not be read, as it shares those of {id}",
                $"Remove the file, or `{Key}:`"
            );
        }

        var root = RootAbove(path);
        var known = Directory.EnumerateFiles(root, "*" + Extension, SearchOption.AllDirectories)
            .Where(file => file != Path.GetFullPath(path) && !Path.GetFileNameWithoutExtension(file).Contains('.'))
            .Select(file => Path.GetRelativePath(root, file)[..^Extension.Length].Replace('\\', '/'))
            .Where(file => file.Contains('/'))
            .ToList();
        if (!known.Contains(id))
        {
            throw map.Fault(
                Key,
                $"`{Key}` names `{id}`, which is no other question of the rubric",
                known.Count == 0 ? "Remove it" : Nearest.Suggestion(id, known)
            );
        }

        var shared = new SharedQuestion(id, $"{Path.GetFileName(root)}/{id}{Extension}", Path.Combine(root, id + Extension));
        return YamlFile.Read(shared.FullPath, shared.Name) is YamlMappingNode question && question.Children.ContainsKey(new YamlScalarNode(Key))
            ? throw map.Fault(Key, $"{id} is itself the same as another question", "Name that one")
            : shared;
    }

    private static string RootAbove(string path)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(path))!;
        for (var folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, Index)))
            {
                return folder;
            }
        }

        return own;
    }
}
