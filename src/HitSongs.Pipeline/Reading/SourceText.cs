using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Text format of a file: found out from its beginning, and mended where it must be.</summary>
/// <param name="Separator">What stands between fields.</param>
/// <param name="IsWindows1252">Whether the bytes are no UTF-8 but those of Western European Windows, of which Latin-1 is a part.</param>
internal sealed record SourceText(char Separator, bool IsWindows1252)
{
    private const int FirstBytes = 1 << 16;
    private const int MostTitles = 20;
    private const int SeparatorsOfAHeader = 4;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    public bool HasDecimalCommas => Separator != ',';

    /// <summary>By the first line that has some: what occurs most often there outside quotes. Titles may stand before it.</summary>
    public static SourceText Of(FileStream stream)
    {
        // What cannot be rewound (a pipe) is taken for what most files are.
        if (!stream.CanSeek)
            return new SourceText(',', false);
        var start = new byte[FirstBytes];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var text = Encoding.Latin1.GetString(start, 0, read).Replace("\0", "", StringComparison.Ordinal);
        var lines = text.Split(['\n', '\r'], MostTitles).Select(line => string.Concat(line.Split('"').Where((_, i) => i % 2 == 0))).ToList();
        var header = lines.Find(line => line.Count(Separators.Contains) >= SeparatorsOfAHeader) ?? lines[0];
        return new SourceText(Separators.MaxBy(separator => header.Count(character => character == separator)), false);
    }

    /// <summary>The bytes as UTF-8.</summary>
    public Stream Utf8(Stream bytes) =>
        IsWindows1252 ? Encoding.CreateTranscodingStream(bytes, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, Encoding.UTF8) : bytes;
}

/// <summary>The file cannot be UTF-8: a row has bytes that are none, and no row before has a character of several bytes.</summary>
internal sealed class NotUtf8Exception : Exception;
