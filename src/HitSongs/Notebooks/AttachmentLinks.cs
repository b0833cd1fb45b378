namespace HitSongs.Notebooks;

/// <summary>Links to files beside an answer, which are attachments in a notebook: there they are not beside it.</summary>
internal static class AttachmentLinks
{
    private const string Attachment = "](attachment:";

    /// <summary>The text with links to attachments.</summary>
    /// <param name="text">Markdown of an answer.</param>
    /// <param name="targets">The files that are attached, as the answer names them.</param>
    public static string Attach(string text, IEnumerable<string> targets) =>
        targets.Aggregate(text, (all, target) => all.Replace($"]({target}", $"{Attachment}{target}", StringComparison.Ordinal));

    /// <summary>The inverse.</summary>
    /// <param name="text">Markdown of a cell.</param>
    /// <param name="targets">The cell's attachments.</param>
    public static string Detach(string text, IEnumerable<string> targets) =>
        targets.Aggregate(text, (all, target) => all.Replace($"{Attachment}{target}", $"]({target}", StringComparison.Ordinal));
}
