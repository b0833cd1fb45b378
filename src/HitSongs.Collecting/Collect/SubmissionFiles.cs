using System.Text;

namespace HitSongs.Collecting.Collect;

/// <summary>Reads the files of a submission: regular files of a sensible size inside its folder, and nothing that a link leads to.</summary>
internal sealed class SubmissionFiles(string root)
{
    private const int MaxBytes = 1 << 20;

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The file's text, or null where there is none, or something that is no regular file: a link, a device, a pipe.</summary>
    /// <param name="path">Relative to the submission, with forward slashes.</param>
    /// <remarks>Of a file over 1 MiB the first MiB is read. Bytes that are not UTF-8 become replacement characters.</remarks>
    public string? Read(string path)
    {
        var current = Root;
        foreach (var part in path.Split('/'))
        {
            current = Path.Combine(current, part);
            if (new FileInfo(current).LinkTarget is not null)
            {
                return null;
            }
        }

        if (RegularFile.Read(current, MaxBytes) is not { } bytes)
        {
            return null;
        }

        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace("\0", "\uFFFD", StringComparison.Ordinal);
    }
}
