using System.Text;

namespace HitSongs.Collecting.Collect;

/// <summary>Reads the files of a submission: regular files of a sensible size inside its folder, and nothing that a link leads to.</summary>
internal sealed class SubmissionFiles(string root)
{
    private const int MaxBytes = 1 << 20;

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The file's text, or null where there is none or it is a link.</summary>
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

        if (!File.Exists(current))
        {
            return null;
        }

        // A device or a pipe has no length, and reading it may never end.
        if (new FileInfo(current).Length == 0)
        {
            return "";
        }

        using var stream = File.OpenRead(current);
        var buffer = new byte[Math.Min(MaxBytes, stream.Length)];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(buffer, 0, length).TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace("\0", "\uFFFD", StringComparison.Ordinal);
    }
}
