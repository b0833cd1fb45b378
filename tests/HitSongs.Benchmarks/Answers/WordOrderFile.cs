using System.Runtime.CompilerServices;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;

namespace HitSongs.Benchmarks.Answers;

/// <summary>Makes the table of word order from the prose of this repository.</summary>
internal static class WordOrderFile
{
    public static int Write()
    {
        var table = WordOrder.TableOf(Texts(Root()));
        File.WriteAllText(Path.Combine(Root(), "src", "HitSongs.Grading", "word-order.tsv"), table);
        Console.Out.WriteLine($"{table.Count(c => c == '\n')} pairs of words, {table.Length / 1024} KiB");
        return 0;
    }

    public static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    private static IEnumerable<string> Texts(string root) =>
        RubricProse
            .Of(RubricFolder.Read(Path.Combine(root, "rubric")))
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(root, "answers"), "*.md", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Append(Path.Combine(root, "README.md"))
                    .Select(File.ReadAllText)
            );
}
