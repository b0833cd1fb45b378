using System.CommandLine;

namespace HitSongs.Cli.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class SharedOptions
{
    public static Option<DirectoryInfo?> Out { get; } = new("--out") { Description = "Where results go. Default: artifacts/ of this repository.", HelpName = "DIR" };

    public static Option<DirectoryInfo?> Rubric { get; } = new("--rubric") { Description = "What to grade by. Default: rubric/ of this repository.", HelpName = "DIR" };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON alone." };

    public static string OutOf(ParseResult parsed, Workplace workplace) => parsed.GetValue(Out)?.FullName ?? workplace.Artifacts;

    public static string RubricOf(ParseResult parsed, Workplace workplace) => parsed.GetValue(Rubric)?.FullName ?? workplace.Rubric;
}
