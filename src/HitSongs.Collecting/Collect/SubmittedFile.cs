using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Untrusted;
using HitSongs.Grading.Evidence;
using HitSongs.SourceFiles;

namespace HitSongs.Collecting.Collect;

/// <summary>A program of a submission, from its text to the account of how it ended.</summary>
/// <param name="Path">Relative to the submission, with forward slashes.</param>
/// <param name="Source">Its text; null where the submission has none.</param>
internal sealed record SubmittedFile(string Path, string? Source)
{
    private const int ShownOutput = 20_000;

    /// <summary>Why a file that is there is not taken for a program; null where nothing is wrong with it, and where there is none.</summary>
    public string? Unusable { get; init; }

    /// <summary>Whether the submission has something of this name.</summary>
    public bool IsThere => Source is not null || Unusable is not null;

    /// <param name="folder">An empty folder for the result.</param>
    /// <param name="optimized">Whether speed matters more than the exact line of a crash.</param>
    /// <returns>The compiled assembly, or the account of why there is none.</returns>
    public async Task<(string? Program, ProgramRun? Refusal)> CompileAsync(Compiler compiler, string folder, bool optimized, CancellationToken cancel)
    {
        if (Source is null)
        {
            return (null, Unusable is { } why
                ? new ProgramRun(Path, "", RunOutcome.DidNotCompile, why, null, "")
                : new ProgramRun(Path, "", RunOutcome.Missing, $"there is no {Path}", null, ""));
        }

        var compiled = await compiler.CompileAsync(new CompilerInput(Source, "exe", References.OfSubmissions) { Optimized = optimized }, folder, cancel);
        return compiled switch
        {
            { Program: { } program } => (program, null),
            { HarnessFault: true } => (null, new ProgramRun(Path, Source, RunOutcome.HarnessFault, compiled.Error, null, "")),
            _ => (null, new ProgramRun(Path, Source, RunOutcome.DidNotCompile, string.Join("; ", [compiled.Error, .. LeftOut]), compiled.Line, "")),
        };
    }

    /// <summary>The account of a run, with the start of what it printed.</summary>
    public ProgramRun Ended(ProgramEnd end)
    {
        var output = string.Concat([.. LeftOut.Select(note => $"{note}\n"), end.Output]);
        return new(
            Path,
            Source ?? "",
            end.Outcome,
            end.Reason,
            end.Line is { } line && line >= 1 && line <= Lines ? line : null,
            output[..Math.Min(ShownOutput, output.Length)]
        );
    }

    /// <summary>Number of its lines. A program may name any number as the line that it is at.</summary>
    public int Lines => (Source ?? "").Count(character => character == '\n') + 1;

    /// <summary>Notes on directives left out of the source.</summary>
    private IEnumerable<string> LeftOut =>
        SourceText
            .LeftOut(Source ?? "")
            .Select(directive =>
                $"line {directive.Line}, {UntrustedText.OneLine(directive.Text)}, was left out: programs get the packages and settings of the harness"
            );
}
