namespace HitSongs.Reporting.Html;

/// <summary>Lines of feedback in which backticks set off code, as in Markdown.</summary>
internal static class InlineCode
{
    public static HtmlText Of(string text)
    {
        var parts = text.Split('`');
        // A backtick without its partner is one.
        return parts.Length % 2 == 0
            ? HtmlText.Of($"{text}")
            : HtmlText.Join(parts.Select((part, index) => index % 2 == 0 ? HtmlText.Of($"{part}") : HtmlText.Of($"<code>{part}</code>")));
    }
}
