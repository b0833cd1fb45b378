using System.Security.Cryptography;
using HitSongs.Grading.Evidence;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The song files that a notebook's cells read, and how they were split.</summary>
/// <param name="Files">Paths of the files.</param>
/// <param name="Folds">By question: how many folds, and what they were drawn from.</param>
public sealed record NotebookSongs(IReadOnlyList<string> Files, IReadOnlyDictionary<string, (int Folds, int Seed)> Folds)
{
    /// <summary>Whether these are, byte for byte, the files of the graded run.</summary>
    public bool AreThoseOf(SongsEvidence evidence) =>
        Files.All(File.Exists)
        && Files.Select(Path.GetFileName).Distinct(StringComparer.Ordinal).Count() == Files.Count // in the notebook they lie in one folder
        && Files.Select(file => (Path.GetFileName(file), Sha256(file))).Order().SequenceEqual(evidence.Card.Files.Select(file => (file.Name, file.Sha256)).Order());

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
