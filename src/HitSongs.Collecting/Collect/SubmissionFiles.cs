using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using HitSongs.Collecting.Untrusted;

namespace HitSongs.Collecting.Collect;

/// <summary>Reads the files of a submission: regular files of a sensible size inside its folder, and nothing that a link leads to.</summary>
internal sealed partial class SubmissionFiles(string root)
{
    private const int MaxBytes = 1 << 20;

    // Signature, and the chunk that tells width and height.
    private const int LeastPng = 33;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>A folder that may not be listed holds nothing that could be read.</summary>
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>The file's text, or null where there is none, or something that is no regular file: a link, a device, a pipe.</summary>
    /// <param name="path">Relative to the submission, with forward slashes.</param>
    /// <remarks>Of a file over 1 MiB the first MiB is read.</remarks>
    public string? Read(string path) => PlaceOf(path) is { } place && RegularFile.Read(place, MaxBytes) is { } bytes ? TextOf(bytes) : null;

    /// <summary>A program: all of it or nothing, as the start of a program is another program.</summary>
    /// <param name="path">Relative to the submission, with forward slashes.</param>
    public SubmittedFile Program(string path)
    {
        var place = PlaceOf(path);
        return (place is null ? null : RegularFile.Read(place, MaxBytes + 1)) switch
        {
            { Length: > MaxBytes } => new SubmittedFile(path, null)
            {
                Unusable = $"{path} has more than {MaxBytes >> 20} MiB and is not compiled: a program that is shown to readers is shorter",
            },
            { } bytes => new SubmittedFile(path, TextOf(bytes)),
            null when Path.Exists(place ?? Path.Combine(Root, path)) => new SubmittedFile(path, null)
            {
                Unusable = $"{path} is no regular file that can be read, but a link, a folder, a pipe or the like",
            },
            null => new SubmittedFile(path, null),
        };
    }

    /// <summary>The names of a folder's files that are as the pattern says, in their order; none where there is no such folder.</summary>
    /// <param name="folder">Relative to the submission, with forward slashes.</param>
    public IReadOnlyList<string> Named(string folder, string pattern) =>
        PlaceOf(folder) is { } place && Directory.Exists(place)
            ? [.. Directory.EnumerateFiles(place, pattern, Readable).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>A picture in base64, or null where there is none: no regular file, no PNG, or one of 1 MiB and more.</summary>
    /// <param name="path">Relative to the submission, with forward slashes.</param>
    public string? ReadPng(string path) =>
        PlaceOf(path) is { } place
        && RegularFile.Read(place, MaxBytes) is { Length: >= LeastPng and < MaxBytes } bytes
        && bytes.AsSpan().StartsWith(PngSignature)
            ? Convert.ToBase64String(bytes)
            : null;

    private string? PlaceOf(string path) => UnlinkedPath.Of(Root, path);

    private static string TextOf(byte[] bytes) =>
        LineEnd().Replace(Decoded(bytes).TrimStart('\uFEFF'), "\n").Replace("\0", "\uFFFD", StringComparison.Ordinal);

    /// <summary>Line ends as C# and editors take them; a form feed is none.</summary>
    [GeneratedRegex("\r\n|[\r\u0085\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    /// <summary>As editors save text: UTF-8, UTF-16 where it begins with its mark, and what is neither as Windows does in western Europe.</summary>
    private static string Decoded(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ when Utf8.IsValid(bytes.AsSpan(0, WholeCharacters(bytes))) => Encoding.UTF8.GetString(bytes),
        _ => Windows1252.GetString(bytes),
    };

    /// <summary>Without the character that is cut where the first MiB ends.</summary>
    private static int WholeCharacters(byte[] bytes)
    {
        var end = bytes.Length;
        for (var i = 1; bytes.Length >= MaxBytes && i < 4; i++)
        {
            if ((bytes[^i] & 0xC0) != 0x80)
            {
                return bytes[^i] < 0x80 ? end : bytes.Length - i;
            }
        }

        return end;
    }
}
