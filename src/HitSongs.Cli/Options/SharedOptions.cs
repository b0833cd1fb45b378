using System.CommandLine;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Cli.Options;

/// <summary>Options that several verbs have.</summary>
internal static class SharedOptions
{
    public static Option<DirectoryInfo?> Out { get; } =
        new("--out") { Description = "Where results go. Default: artifacts/ of this repository.", HelpName = "DIR" };

    public static Option<DirectoryInfo?> Rubric { get; } =
        new("--rubric") { Description = "What to grade by. Default: rubric/ of this repository.", HelpName = "DIR" };

    public static Option<string[]> Only { get; } =
        new("--only")
        {
            Description = "Only these questions: ids, sections such as evaluation/pytorch, or what ids begin or end with.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "ID",
        };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON alone." };

    public static Option<bool> Points { get; } = new("--points") { Description = "Tell the points on the notebook's title page." };

    public static Option<string[]> Data { get; } =
        new("--data")
        {
            Description = "Song files; several make one data set. Default: data/*.csv of this repository.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "FILE",
        };

    public static Option<string?> Mapping { get; } =
        new("--mapping") { Description = "Names the columns of files that are of no known data set.", HelpName = "FILE.yaml" };

    public static Option<SandboxKind> Sandbox { get; } =
        new("--sandbox")
        {
            Description = "How programs are kept apart: auto, bubblewrap or process.",
            DefaultValueFactory = _ => SandboxKind.Auto,
            HelpName = "KIND",
        };

    public static IReadOnlyList<string> DataOf(ParseResult parsed, Workplace workplace) =>
        parsed.GetValue(Data) is { Length: > 0 } files ? files : workplace.Data;

    /// <exception cref="InvalidInputException">The mapping is none.</exception>
    public static SongMapping? MappingOf(ParseResult parsed) => parsed.GetValue(Mapping) is { } path ? SongMapping.Read(path) : null;

    public static string OutOf(ParseResult parsed, Workplace workplace) => parsed.GetValue(Out)?.FullName ?? workplace.Artifacts;

    public static string RubricOf(ParseResult parsed, Workplace workplace) => parsed.GetValue(Rubric)?.FullName ?? workplace.Rubric;
}
