using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Judgements on an option behind its letter: that it is right, that it is wrong, or something about it.</summary>
internal static partial class Verdict
{
    /// <summary>Whether a text denies the option that stands before it.</summary>
    /// <param name="text">What follows the letter, with the punctuation between them.</param>
    public static bool IsDenial(string text)
    {
        var clause = ClauseOf(text);
        return (Verb().IsMatch(clause) && Denying().IsMatch(clause)) || (!text.TrimStart().StartsWith(',') && Wrong().IsMatch(clause));
    }

    /// <summary>Whether a text says of the option that stands before it that it is right.</summary>
    public static bool IsConsent(string text)
    {
        var clause = ClauseOf(text);
        return Verb().IsMatch(clause) && Affirming().IsMatch(clause) && !Denying().IsMatch(clause);
    }

    /// <summary>Whether a text goes on about the option that stands before it, as an explanation does.</summary>
    public static bool IsDescription(string text) => Verb().IsMatch(ClauseOf(text));

    /// <summary>Whether a text has a word that denies.</summary>
    public static bool HasDenial(string text) => Denying().IsMatch(text);

    /// <summary>Whether a text denies what stands on the next line, as "It is not" does.</summary>
    public static bool IsUnfinishedDenial(string text) => Unfinished().IsMatch(text);

    private static string ClauseOf(string text) => Clause().Match(text.TrimStart(')', '.', ':', ',', ';', '"', '\'', ']', ' ', '\u2013', '\u2014', '-')).Value;

    [GeneratedRegex(@"^[^,;.!?]*?(\b(because|since|as|while|whereas|but|and)\b|[,;.!?]|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"^(also\s+)?(is|are|was|were|has|have|does|do|can|cannot|could|would|will|must|should|seems|looks|sounds|means|describes|names|moves|belongs|only"
            + @"|(is|are|was|does|do|ca|could|would)n['\u2019]t)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Verb();

    [GeneratedRegex(
        @"^(wrong|incorrect|false|untrue|no|nope|not (right|correct|true|this|it|chosen))\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Wrong();

    [GeneratedRegex(
        @"\b(not|no|never|neither|nor|cannot|wrong|incorrect|false|untrue|except|unlike|instead|than|out)\b|n['\u2019]t\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denying();

    [GeneratedRegex(
        @"\b(right|correct|true|answer|choice|best|fine|fits|possible|one)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Affirming();

    [GeneratedRegex(
        @"(\b(not|never|neither|nor|cannot|except|wrong|incorrect|false)|n['\u2019]t)(\s+be)?\s*$"
            + @"|(\b(not|never|cannot|wrong|incorrect|false)\b|n['\u2019]t\b)[^.!?]*:\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unfinished();
}
