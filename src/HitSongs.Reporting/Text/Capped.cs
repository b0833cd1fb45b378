namespace HitSongs.Reporting.Text;

/// <summary>A text that is shown up to a limit, and what to say of the rest.</summary>
/// <param name="Text">The start of the text, never half of a surrogate pair.</param>
/// <param name="Note">What was left out; null where all is here.</param>
internal sealed record Capped(string Text, string? Note)
{
    /// <summary>More of one file than this only slows readers down.</summary>
    public const int Characters = 200_000;

    public const int Lines = 5_000;

    public static Capped Of(string text, int limit = Characters)
    {
        var shown = EndOfLines(text, Lines);
        if (shown > limit)
        {
            shown = char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
        }

        return shown == text.Length ? new(text, null) : new(text[..shown], $"The first {shown:N0} of {text.Length:N0} characters are shown.");
    }

    private static int EndOfLines(string text, int lines)
    {
        var at = -1;
        for (var line = 0; line < lines; line++)
        {
            at = text.IndexOf('\n', at + 1);
            if (at < 0)
            {
                return text.Length;
            }
        }

        return at + 1;
    }
}
