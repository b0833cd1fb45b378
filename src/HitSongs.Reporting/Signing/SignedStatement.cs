using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.Signing;

/// <summary>Statement that is signed: hashes of the grade, of the run, of the rubric and of every file of the evidence.</summary>
/// <param name="Key">Fingerprint of the key that signs.</param>
/// <param name="Grade">SHA-256 of the canonical grade outside `run`; all hashes are lower-case hex.</param>
/// <param name="Run">The same of the object `run`.</param>
/// <param name="Rubric">The rubric's hash, as the grade names it.</param>
/// <param name="Evidence">By path in the folder evidence/, with forward slashes, in ordinal order.</param>
internal sealed record SignedStatement(string Schema, string Key, string Grade, string Run, string Rubric, SortedDictionary<string, string> Evidence)
{
    public const string CurrentSchema = "hitsongs/signature/1";

    /// <param name="gradeFile">grade.json; its evidence lies in the folder evidence/ beside it.</param>
    /// <param name="key">Fingerprint of the key.</param>
    /// <exception cref="InvalidInputException">The grade or its evidence is missing, or the grade is not as the harness writes it.</exception>
    public static SignedStatement Of(string gradeFile, string key)
    {
        var evidence = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(gradeFile))!, "evidence");
        RegularFile.Check(gradeFile, gradeFile);
        if (!File.Exists(gradeFile) || !Directory.Exists(evidence))
        {
            const string remedy = "Name the grade.json that `hitsongs grade` wrote, and keep its evidence";
            throw new InvalidInputException(gradeFile, null, "there is no such grade with its folder evidence/ beside it", remedy);
        }

        var (grade, run) = GradeJson.Parts(File.ReadAllBytes(gradeFile), gradeFile);
        return new(CurrentSchema, key, Hash(Encoding.UTF8.GetBytes(grade)), Hash(Encoding.UTF8.GetBytes(run)), RubricOf(grade), HashesOf(evidence));
    }

    /// <summary>Differences from another statement, in words; empty where there are none.</summary>
    public IEnumerable<string> DifferencesFrom(SignedStatement signed)
    {
        if (Grade != signed.Grade)
        {
            yield return "the grade was changed";
        }

        if (Run != signed.Run)
        {
            yield return "what the grade says of its run was changed";
        }

        if (Rubric != signed.Rubric)
        {
            yield return "the grade names another rubric";
        }

        foreach (var file in Evidence.Keys.Union(signed.Evidence.Keys).Order(StringComparer.Ordinal))
        {
            var (now, then) = (Evidence.GetValueOrDefault(file), signed.Evidence.GetValueOrDefault(file));
            if (now != then)
            {
                yield return $"evidence/{Exports.PlainText.OneLine(file, 300)} {(then is null ? "was added" : now is null ? "is missing" : "was changed")}";
            }
        }
    }

    private static string RubricOf(string grade) =>
        JsonNode.Parse(grade) is JsonObject root && root["rubric"] is JsonObject rubric && rubric["sha256"] is JsonValue value
        && value.TryGetValue<string>(out var hash) ? hash : "";

    private static SortedDictionary<string, string> HashesOf(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in FilesIn(folder))
        {
            hashes[Path.GetRelativePath(folder, path).Replace('\\', '/')] = RegularFile.Is(path) ? HashOf(path) : "no regular file";
        }

        return hashes;
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>All that is no folder, links to folders too, which are not entered.</summary>
    private static FileSystemEnumerable<string> FilesIn(string folder) =>
        new(
            folder,
            (ref entry) => entry.ToFullPath(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry),
        };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
