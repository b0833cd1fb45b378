using System.Text.Json;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Programs;

namespace HitSongs.Collecting.Run;

/// <summary>Runs a compiled program of a submission in the sandbox and reads what it hands back.</summary>
internal sealed class ProgramRunner(Sandbox sandbox)
{
    private const int MaxLine = 300;

    private static readonly string Host = typeof(ProgramHost).Assembly.Location;

    /// <param name="kind">"demonstration" or "model".</param>
    /// <param name="program">The compiled assembly.</param>
    public async Task<ProgramEnd> RunAsync(string kind, string program, ReadOnlyMemory<byte> input, Limits limits, CancellationToken cancel)
    {
        var command = new SandboxedCommand(
            DotnetInstallation.Host,
            ["exec", Host, kind, program],
            [Path.GetDirectoryName(Host)!, Path.GetDirectoryName(program)!, .. LibTorchFolder()],
            Writable: null,
            input,
            limits);
        var run = await sandbox.RunAsync(command, cancel);
        return run.End switch
        {
            RunEnd.TimedOut => new(RunOutcome.TimedOut, $"it was still running after {limits.Time.TotalSeconds:0} s and was stopped", null, run.Output, null),
            RunEnd.OutOfMemory => new(RunOutcome.OutOfMemory, $"it needed more than {limits.MemoryBytes >> 20} MiB of memory", null, run.Output, null),
            RunEnd.TooMuchOutput => new(RunOutcome.TooMuchOutput, $"it printed more than {limits.OutputBytes >> 20} MiB and was stopped", null, run.Output, null),
            _ => ReadResult(run, limits),
        };
    }

    private static ProgramEnd ReadResult(SandboxedRun run, Limits limits)
    {
        return Parse(run.Result) switch
        {
            { Failure: { OutOfMemory: true } f } => new(RunOutcome.OutOfMemory, $"it needed more than {limits.MemoryBytes >> 20} MiB of memory", f.Line, run.Output, null),
            { Failure: { } f } => new(RunOutcome.Crashed, $"it threw {OneLine(f.Exception)}: {OneLine(f.Message)}", f.Line, run.Output, null),
            { } result when run.ExitCode == 0 => new(RunOutcome.Completed, "", null, run.Output, result),
            _ when run.ExitCode is 0 => new(RunOutcome.Unreadable, "it ended early or wrote to standard output itself, so its result could not be read", null, run.Output, null),
            _ when run.Output.Contains("Out of memory", StringComparison.Ordinal) => new(RunOutcome.OutOfMemory, $"it needed more than {limits.MemoryBytes >> 20} MiB of memory", null, run.Output, null),
            _ => new(RunOutcome.Crashed, $"it ended with exit code {run.ExitCode}{FirstLine(run.Output)}", null, run.Output, null),
        };
    }

    /// <summary>Text of a submission, fit for a line of feedback.</summary>
    public static string OneLine(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxLine ? line : $"{line[..MaxLine]}…";
    }

    /// <summary>What the program handed back, or null where that is not a result: it may have written anything.</summary>
    private static ProgramResult? Parse(byte[] result)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize<ProgramResult>(result, Protocol.Json);
            var sound = parsed is not null
                && parsed.Observations?.All(o => o is { Name.Length: > 0 and <= MaxLine }) != false
                && parsed.Predictions?.All(p => p is not null) != false;
            return sound ? parsed : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static string FirstLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() is { } line ? $": {OneLine(line)}" : "";

    internal static IEnumerable<string> LibTorchFolder() =>
        Environment.GetEnvironmentVariable("LIBTORCH_HOME") is { Length: > 0 } home && Directory.Exists(home) ? [home] : [];
}

/// <summary>How a program ended, with its result where it completed.</summary>
internal sealed record ProgramEnd(RunOutcome Outcome, string Reason, int? Line, string Output, ProgramResult? Result);
