using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>What data frames write for "no value".</summary>
internal static class MissingText
{
    private static readonly byte[][] Words = new[] { "nan", "na", "n/a", "#n/a", "<na>", "null", "none", "nil", "unknown", "missing", "-", "?" }
        .Select(Encoding.ASCII.GetBytes)
        .ToArray();

    public static bool Is(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return true;
        foreach (var word in Words)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
                return true;
        }

        return false;
    }
}
