using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Mutations;

/// <summary>Digest to tell whether a question's review would find the same again: its files, those that all share, its evidence, and the program.</summary>
internal sealed class MutationDigest
{
    private readonly string folder;
    private readonly SubmissionEvidence right;
    private readonly string common;

    public MutationDigest(string folder, SubmissionEvidence right)
    {
        (this.folder, this.right) = (folder, right);
        var shared = Directory.Exists(Path.Combine(folder, "shared")) ? Directory.GetFiles(Path.Combine(folder, "shared")) : [];
        var files = Directory.GetFiles(folder).Where(file => Path.GetFileName(file) != "rubric.yaml").Concat(shared).Order(StringComparer.Ordinal);
        var program = $"{typeof(Question).Module.ModuleVersionId} {typeof(MutationDigest).Module.ModuleVersionId}";
        common = string.Join(' ', [program, .. files.Select(HashOf)]);
    }

    /// <summary>Lower-case hex.</summary>
    public string Of(Question question)
    {
        var path = Path.Combine(folder, question.Id);
        var own = Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*").Order(StringComparer.Ordinal).Select(HashOf);
        var evidence = right.Questions.FirstOrDefault(one => one.Question == question.Id);
        var text = string.Join(' ', [question.Id, common, .. own, $"{right.Run.Seed}", JsonSerializer.Serialize(evidence)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
