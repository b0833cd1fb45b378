using System.Security.Cryptography;
using System.Text;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Digest of a question's examples, to tell whether its weights were learnt from them.</summary>
internal static class ExamplesDigest
{
    /// <summary>SHA-256, in lower-case hex, over the criteria with their examples and the files with more of them.</summary>
    /// <param name="path">Path of the question.</param>
    public static string Of(Question question, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var criterion in question.Criteria)
        {
            if (criterion.Examples is { } examples)
            {
                Append($"{criterion.Id}\n{criterion.Kind}\n");
                examples.Right.ToList().ForEach(statement => Append($"+{statement.Text}\n"));
                examples.Wrong.ToList().ForEach(statement => Append($"-{statement.Text}\n"));
            }
        }

        var contrasts = Path.ChangeExtension(path, ContrastsFile.Extension);
        if (File.Exists(contrasts))
        {
            Append(File.ReadAllText(contrasts).ReplaceLineEndings("\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}
