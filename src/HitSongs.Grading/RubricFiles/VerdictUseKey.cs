using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.RubricFiles;

/// <summary>The key <c>secondReader</c> of rubric.yaml.</summary>
internal static class VerdictUseKey
{
    private const string Key = "secondReader";
    private const string Index = "rubric.yaml";

    /// <exception cref="InvalidInputException">It is none of the three words.</exception>
    public static VerdictUse Read(YamlMap map) => !map.Has(Key) ? VerdictUse.Nothing : map.OneOf(Key, "nothing", "doubts", "all") switch
    {
        "doubts" => VerdictUse.Doubts,
        "all" => VerdictUse.All,
        _ => VerdictUse.Nothing,
    };

    /// <summary>That of the rubric whose question a file is; nothing where there is no rubric.yaml above it.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or has a key that is not known.</exception>
    public static VerdictUse Above(string question)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(question)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, Index) is var path && File.Exists(path))
            {
                return Read(new YamlMap(YamlFile.Read(path, path), path, "the rubric", RubricReader.IndexKeys));
            }
        }

        return VerdictUse.Nothing;
    }
}
