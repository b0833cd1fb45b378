using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Criteria;

/// <summary>Tells the author of a program how its run ended.</summary>
internal static class ProgramFeedback
{
    /// <param name="what">Such as "the demonstration".</param>
    public static string Describe(ProgramRun run, string what)
    {
        if (run.Outcome == RunOutcome.Missing)
        {
            return $"{what} is missing: there is no {run.File}";
        }

        var end = run.Outcome switch
        {
            RunOutcome.Completed => "completed",
            RunOutcome.DidNotCompile => "did not compile",
            RunOutcome.Crashed => "crashed",
            RunOutcome.TimedOut => "timed out",
            RunOutcome.OutOfMemory => "used more memory than it may",
            RunOutcome.TooMuchOutput => "printed more than it may",
            RunOutcome.Unreadable => "handed back what cannot be read",
            _ => "could not be run by the harness",
        };
        var reason = run.Reason.Length == 0 ? "" : $": {run.Reason.TrimEnd('.')}";
        return $"{what} {end} ({run.File}{(run.Line is { } line ? $":{line}" : "")}){reason}";
    }

    /// <summary>The line that a failure is about, where there is one.</summary>
    public static IReadOnlyList<EvidenceQuote> Quote(ProgramRun run, int? line) =>
        line is { } number && number >= 1 && LineOf(run.Source, number) is { } text
            ? [new EvidenceQuote(run.File, number, EvidenceQuote.Shortened(text.Trim()))]
            : [];

    private static string? LineOf(string source, int number) => source.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(number - 1);
}
