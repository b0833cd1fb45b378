namespace HitSongs.Collecting.Run;

/// <summary>Whether a text can be written and read again: half of a surrogate pair cannot be written as UTF-8, so that text with one would not be the same
/// once it is kept.</summary>
internal static class SoundText
{
    public static bool IsWhole(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return text is not null;
    }
}
