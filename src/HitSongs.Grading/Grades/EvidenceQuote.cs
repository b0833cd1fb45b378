namespace HitSongs.Grading.Grades;

/// <summary>A passage that a score rests on.</summary>
/// <param name="File">Path relative to the submission, with forward slashes.</param>
/// <param name="Line">1 for the first line.</param>
public sealed record EvidenceQuote(string File, int Line, string Quote)
{
    private const int Longest = 160;

    /// <summary>The start of a text that is too long to be quoted; a shorter one as it is.</summary>
    internal static string Shortened(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "\u2026";
}
