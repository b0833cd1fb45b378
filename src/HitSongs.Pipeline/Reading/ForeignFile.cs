namespace HitSongs.Pipeline.Reading;

/// <summary>Files of other kinds that are often named in the place of a CSV file, known by their first bytes.</summary>
internal static class ForeignFile
{
    /// <exception cref="InvalidInputException">The file is of another kind.</exception>
    public static void Refuse(string path, FileStream stream)
    {
        if (!stream.CanSeek)
            return;
        Span<byte> start = stackalloc byte[24];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        var bytes = start[..length].TrimStart("\uFEFF \r\n\t"u8);
        var (kind, remedy) = bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => ("a ZIP archive or an Excel workbook", "Unpack it, or save the sheet as CSV in UTF-8"),
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => ("a Parquet file", "Save the songs as CSV with a header line"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => ("an Excel workbook", "Save the sheet as CSV in UTF-8"),
            [(byte)'A', (byte)'R', (byte)'R', (byte)'O', (byte)'W', ..] => ("an Arrow or Feather file", "Save the songs as CSV with a header line"),
            [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => ("an SQLite database", "Export the songs as CSV with a header line"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("a PDF", "Find the songs as CSV"),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => ("a text document (RTF)", "Save it as plain text with the extension .csv"),
            [(byte)'B', (byte)'Z', (byte)'h', ..] => ("packed by bzip2", "Unpack it"),
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => ("packed by xz", "Unpack it"),
            _ when bytes.StartsWith("version https://git-lfs"u8) => ("a pointer of Git LFS", "Fetch the file that it stands for: git lfs pull"),
            [0x1F, 0x8B, ..] => ("packed by gzip", "Unpack it"),
            [(byte)'<', ..] => ("a web page or XML", "Download the CSV file itself"),
            [(byte)'{', ..] or [(byte)'[', ..] => ("JSON", "Save the songs as CSV with a header line"),
            _ => ("", ""),
        };
        if (kind.Length > 0)
            throw new InvalidInputException(path, null, $"the file is {kind} and not CSV", remedy);
    }
}
