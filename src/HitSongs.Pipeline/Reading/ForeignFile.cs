namespace HitSongs.Pipeline.Reading;

/// <summary>Files of other kinds that are often named in the place of a CSV file, known by their first bytes.</summary>
internal static class ForeignFile
{
    /// <exception cref="InvalidInputException">The file is of another kind.</exception>
    public static void Refuse(string path, FileStream stream)
    {
        if (!stream.CanSeek)
            return;
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> bytes = start[..length];
        var (kind, remedy) = bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4] => ("a ZIP archive or an Excel workbook", "Unpack it, or save the sheet as CSV in UTF-8"),
            [0x1F, 0x8B, ..] => ("packed by gzip", "Unpack it"),
            [(byte)'<', ..] => ("a web page or XML", "Download the CSV file itself"),
            [(byte)'{', ..] or [(byte)'[', ..] => ("JSON", "Save the songs as CSV with a header line"),
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1'] => ("a Parquet file", "Save the songs as CSV with a header line"),
            _ => ("", ""),
        };
        if (kind.Length > 0)
            throw new InvalidInputException(path, null, $"the file is {kind} and not CSV", remedy);
    }
}
