using System.Security.Cryptography;

namespace HitSongs.Collecting.Batch;

/// <summary>One submission that a batch grades, wherever that is done.</summary>
/// <param name="Index">In the cohort, from 0.</param>
/// <param name="Folder">Where its results go.</param>
/// <param name="Digest">Of all that its grade follows from.</param>
/// <param name="Seed">The batch's.</param>
internal sealed record BatchUnit(int Index, BatchSubmission Submission, string Folder, string Digest, int Seed)
{
    /// <summary>Whether what was written down of it is about this very unit, and its grade still lies there, with its evidence.</summary>
    public bool IsGradedBy(JournalEntry entry) =>
        entry.Name == Submission.Name && entry.Digest == Digest && entry.Grade is { } grade && grade == HashOfGrade()
        && Directory.Exists(Path.Combine(Folder, BatchRun.EvidenceFolderName));

    /// <param name="fault">Why it could not be graded; null where it was.</param>
    public JournalEntry EntryOf(string? fault) => new(null, Submission.Name, Digest, fault is null ? HashOfGrade() : null, fault);

    private string? HashOfGrade() =>
        Path.Combine(Folder, BatchRun.GradeFile) is var path && File.Exists(path)
            ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
            : null;
}
