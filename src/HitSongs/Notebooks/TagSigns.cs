namespace HitSongs.Notebooks;

/// <summary>Escapes in a notebook for the bracket that begins a tag in somebody's Markdown, so that it is shown and does nothing.</summary>
internal static class TagSigns
{
    // All of them are shown as <. Which of them a text does not have itself can be taken back.
    private static readonly string[] Signs = ["&#60;", "&#x3c;", "&#x3C;", "&#060;", "&#x03c;"];

    /// <summary>One that a text does not have; the first where it has all.</summary>
    public static string NotIn(string markdown) => Array.Find(Signs, sign => !markdown.Contains(sign, StringComparison.Ordinal)) ?? Signs[0];

    /// <summary>A text with its brackets again.</summary>
    /// <param name="sign">What stands for them; empty, or none of these, where nothing does.</param>
    public static string Restore(string markdown, string sign) =>
        Signs.Contains(sign, StringComparer.Ordinal) ? markdown.Replace(sign, "<", StringComparison.Ordinal) : markdown;
}
