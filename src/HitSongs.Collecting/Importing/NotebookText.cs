using System.Text;
using System.Text.Unicode;

namespace HitSongs.Collecting.Importing;

/// <summary>The text of a notebook's file: UTF-8, with or without its mark, or UTF-16 with one.</summary>
internal static class NotebookText
{
    private const string Remedy = "Save it again with the encoding UTF-8 (in VS Code: Save with Encoding)";

    private static readonly Encoding Strict16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding StrictBig16 = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8 without a mark.</summary>
    /// <exception cref="InvalidInputException">It has another encoding.</exception>
    public static byte[] Utf8Of(byte[] bytes, string file)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new InvalidInputException(file, null, "this is text in UTF-32", Remedy),
                [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Strict16.GetString(bytes, 2, bytes.Length - 2)),
                [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(StrictBig16.GetString(bytes, 2, bytes.Length - 2)),
                [_, 0, ..] or [0, ..] => throw new InvalidInputException(file, null, "this is text in UTF-16 without a mark, or no text at all", Remedy),
                [0xEF, 0xBB, 0xBF, .. var text] => Checked(text, file),
                _ => Checked(bytes, file),
            };
        }
        catch (DecoderFallbackException problem)
        {
            throw new InvalidInputException(file, null, "it begins as text in UTF-16, and is none", Remedy, problem);
        }
    }

    private static byte[] Checked(byte[] bytes, string file) =>
        Utf8.IsValid(bytes) ? bytes : throw new InvalidInputException(file, LineOfFault(bytes), "the file is not in UTF-8", Remedy);

    private static int LineOfFault(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < bytes.Length && Rune.DecodeFromUtf8(bytes[start..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            start += length;
        }

        return bytes[..start].Count((byte)'\n') + 1;
    }
}
