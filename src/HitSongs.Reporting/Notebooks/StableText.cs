using System.Text.RegularExpressions;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A program's output, without what changes from run to run though nothing else does: the letters at the end of a temporary folder's
/// name.</summary>
internal static partial class StableText
{
    public static string Of(string text) => text.Contains("/tmp/", StringComparison.Ordinal) ? Temporary().Replace(text, "${start}…") : text;

    /// <summary>As .NET names them: a prefix that the program chose and six letters; tmp, six letters and .tmp; eight letters, a point and three.</summary>
    [GeneratedRegex(
        @"(?<start>/tmp/(?:[A-Za-z0-9_.]{1,64}-){0,8}(?:tmp)?)(?:[A-Za-z0-9]{6}(?:\.tmp)?|[a-z0-9]{8}\.[a-z0-9]{3})(?![A-Za-z0-9_.-])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Temporary();
}
