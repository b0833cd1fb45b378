using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Words of data frames for "no value".</summary>
internal static class MissingText
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "nan", "na", "n/a", "n.a.", "n.d.", "#n/a", "<na>", "null", "(null)", "\\N", "none", "nil", "unknown", "undefined", "missing", "#value!", "#div/0!",
            "#ref!", "#name?", "#num!", "-", "--", ".", "?",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    public static bool Is(ReadOnlySpan<byte> text)
    {
        // A spreadsheet shows a value for which a column is too narrow as ####, and some export what they show.
        if (text.IsEmpty || !text.ContainsAnyExcept((byte)'#'))
            return true;
        foreach (var word in Words)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
                return true;
        }

        return false;
    }
}
