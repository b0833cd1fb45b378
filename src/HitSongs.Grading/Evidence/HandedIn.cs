using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HitSongs.Grading.Evidence;

/// <summary>Tells whether what was handed in for a question is still the same: texts and programs, and not what was drawn for a run or
/// observed in it.</summary>
public static class HandedIn
{
    /// <returns>SHA-256 in lower-case hex; line ends do not matter.</returns>
    /// <param name="evidence">Null where nothing was collected.</param>
    public static string Sha256(QuestionEvidence? evidence)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, evidence?.Answer?.Text);
        Append(hash, evidence?.Demonstration?.Program.Source);
        Append(hash, evidence?.Model?.Program.Source);
        foreach (var figure in evidence?.Figures ?? [])
        {
            Append(hash, figure.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each with its length, so that no two texts run into the same bytes; what is missing is not what is empty.
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? null : Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(bytes ?? []);
    }
}
