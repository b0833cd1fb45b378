namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>Why a text gets other word pieces here than by Hugging Face's Rust, whose tables of character categories are of Unicode 8.</summary>
internal static class KnownDifference
{
    private static readonly (int First, int Last, string Reason)[] newer =
    [
        (0x08D4, 0x08E1, "an Arabic mark of Unicode 9"),
        (0x11A01, 0x11A0A, "a Zanabazar vowel sign of Unicode 10"),
        (0x2E43, 0x2E5D, "punctuation of Unicode 9 to 14"),
        (0x13430, 0x13455, "an Egyptian format control of Unicode 12 to 15"),
        (0x1CF00, 0x1CF46, "a Znamenny mark of Unicode 14"),
    ];

    /// <summary>The reason in a few words; null where there is none.</summary>
    public static string? Reason(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var (first, last, reason) in newer) if (rune.Value >= first && rune.Value <= last) return reason;
        }
        return null;
    }

    /// <summary>The text without the characters that are reasons.</summary>
    public static string Without(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => Reason(rune.ToString()) is null).Select(rune => rune.ToString()));
}
