using System.Text.Json;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Programs;
using HitSongs.Transformers.Pretrained;

namespace HitSongs.Collecting.Run;

/// <summary>Runs a compiled program of a submission in the sandbox and reads what it hands back.</summary>
internal sealed class ProgramRunner(Sandbox sandbox)
{
    private const int MaxLine = 300;
    private const int MostCallers = 5;

    private static readonly string Host = typeof(ProgramHost).Assembly.Location;

    /// <param name="kind">"demonstration" or "model".</param>
    /// <param name="program">The compiled assembly.</param>
    public async Task<ProgramEnd> RunAsync(string kind, string program, ReadOnlyMemory<byte> input, Limits limits, CancellationToken cancel)
    {
        var command = new SandboxedCommand(
            DotnetInstallation.Host,
            ["exec", Host, kind, program],
            [Path.GetDirectoryName(Host)!, Path.GetDirectoryName(program)!, .. ModelFolder()],
            Writable: null,
            input,
            limits);
        var run = await sandbox.RunAsync(command, cancel);
        return run.End switch
        {
            // Threads that a program left behind may go on for ever: what it handed back at its end counts.
            RunEnd.TimedOut when Parse(run.Result) is { Failure: null } result => new(RunOutcome.Completed, "", null, run.Output, result),
            RunEnd.TimedOut => new(RunOutcome.TimedOut, $"it was still running after {limits.Time.TotalSeconds:0} s and was stopped", null, run.Output, null),
            RunEnd.OutOfMemory => OutOfMemory(run, limits),
            RunEnd.TooMuchOutput => new(RunOutcome.TooMuchOutput, $"it printed more than {limits.OutputBytes >> 20} MiB and was stopped", null, run.Output, null),
            _ => ReadResult(run, limits),
        };
    }

    private static ProgramEnd ReadResult(SandboxedRun run, Limits limits) => Parse(run.Result) switch
    {
        { Failure: { OutOfMemory: true } f } => OutOfMemory(run, limits, f.Line),
        { Failure: { Operation: not null } f } => NativeAbort(f, run, limits),
        { Failure: { } f } => new(RunOutcome.Crashed, $"it threw {OneLine(f.Exception)}: {OneLine(f.Message)}", f.Line, run.Output, null),
        { } result when run.ExitCode == 0 => new(RunOutcome.Completed, "", null, run.Output, result),
        _ when run.ExitCode is 0 => new(RunOutcome.Unreadable, "it ended early, so its result could not be read", null, run.Output, null),
        _ when CrashText.SaysOutOfMemory(run.Output) => OutOfMemory(run, limits),
        _ => new(RunOutcome.Crashed, $"it ended with exit code {run.ExitCode}{CrashText.Of(run.ExitCode, run.Output)}", CrashText.Line(run.Output), run.Output, null),
    };

    private static ProgramEnd OutOfMemory(SandboxedRun run, Limits limits, int? line = null) =>
        new(RunOutcome.OutOfMemory, $"it needed more than {limits.MemoryBytes >> 20} MiB of memory", line, run.Output, null);

    private static ProgramEnd NativeAbort(ProgramFailure failure, SandboxedRun run, Limits limits)
    {
        if (CrashText.SaysOutOfMemory(run.Output))
        {
            return OutOfMemory(run, limits, failure.Line);
        }

        var operation = failure.Operation is { Length: > 0 } name ? $" in {OneLine(name)}" : "";
        var callers = failure.CalledFrom is { Count: > 0 } lines ? $", called from line {string.Join(", ", lines.Take(MostCallers))}" : "";
        var what = CrashText.What(run.Output) is { Length: > 0 } said ? $": {OneLine(said)}" : "";
        return new(RunOutcome.Crashed, $"{OneLine(failure.Exception)} ended the process (exit code {run.ExitCode}){operation}{callers}{what}", failure.Line, run.Output, null);
    }

    /// <summary>Text of a submission, fit for a line of feedback.</summary>
    public static string OneLine(string? text)
    {
        var line = (text ?? "").ReplaceLineEndings(" ").Trim();
        return line.Length <= MaxLine ? line : $"{line[..MaxLine]}…";
    }

    /// <summary>What the program handed back last, or null where that is not a result: it may have written anything.</summary>
    private static ProgramResult? Parse(byte[] results)
    {
        try
        {
            var whole = results.AsSpan(0, results.AsSpan().LastIndexOf((byte)'\n') + 1).TrimEnd((byte)'\n');
            var parsed = JsonSerializer.Deserialize<ProgramResult>(whole[(whole.LastIndexOf((byte)'\n') + 1)..], Protocol.Json);
            var sound = parsed is not null
                && parsed.Observations?.All(o => o is { Name.Length: > 0 and <= MaxLine }) != false
                && parsed.Predictions?.All(p => p is not null) != false
                && parsed.Figures?.All(FigureCheck.IsSound) != false;
            return sound ? parsed : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Where programs find pretrained models by their names, converted and checked before the first of them needs one.</summary>
    internal static IEnumerable<string> ModelFolder()
    {
        _ = PretrainedModels.Folder(MiniLM.Name);
        return [ModelCache.Folder];
    }
}

/// <summary>How a program ended, with its result where it completed.</summary>
internal sealed record ProgramEnd(RunOutcome Outcome, string Reason, int? Line, string Output, ProgramResult? Result);
