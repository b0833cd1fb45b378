using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Programs;
using HitSongs.Transformers.Pretrained;

namespace HitSongs.Collecting.Run;

/// <summary>Runs a compiled program of a submission in the sandbox and reads what it hands back.</summary>
internal sealed class ProgramRunner(Sandbox sandbox)
{
    private const int MostCallers = 5;

    /// <summary>A process that a signal ended has 128 and the signal's number as its exit code.</summary>
    private const int FirstSignal = 128;
    private const int Kill = 9;
    private const int SegmentationFault = 11;

    private static readonly string Host = typeof(ProgramHost).Assembly.Location;

    /// <summary>Runs it once; and once more where the first end was the machine's doing, or may have been: a kill from outside, a crash of native code that
    /// comes by chance.</summary>
    /// <param name="kind">"demonstration" or "model".</param>
    /// <param name="program">The compiled assembly.</param>
    public async Task<ProgramEnd> RunAsync(string kind, string program, ReadOnlyMemory<byte> input, Limits limits, CancellationToken cancel)
    {
        var first = await RunOnceAsync(kind, program, input, limits, cancel);
        if (first is not ({ Outcome: RunOutcome.HarnessFault } or { Outcome: not RunOutcome.Completed, Signal: SegmentationFault or Kill }))
        {
            return first;
        }

        var second = await RunOnceAsync(kind, program, input, limits, cancel);
        var why = first switch
        {
            { Outcome: RunOutcome.HarnessFault } => first.Reason,
            { Signal: Kill } => "it was killed, by signal 9",
            _ => "it ended by signal 11, a segmentation fault in native code",
        };
        return second with { Output = $"(The first run does not count: {why}. This is the second.)\n{second.Output}" };
    }

    private async Task<ProgramEnd> RunOnceAsync(string kind, string program, ReadOnlyMemory<byte> input, Limits limits, CancellationToken cancel)
    {
        var command = new SandboxedCommand(
            DotnetInstallation.Host,
            ["exec", Host, kind, program],
            [Path.GetDirectoryName(Host)!, Path.GetDirectoryName(program)!, .. ModelFolder()],
            Writable: null,
            input,
            limits)
        { Alone = kind == "model" }; // another program may hold the labels of a model's test songs
        var run = await sandbox.RunAsync(command, cancel);
        run = run with { Output = NativeLog.WithoutTimes(run.Output) };
        return run.End switch
        {
            // Threads that a program left behind may go on for ever: what it handed back at its end counts.
            RunEnd.TimedOut when HandedBack.Read(run.Result) is { Failure: null } result => new(RunOutcome.Completed, "", null, run.Output, result),
            RunEnd.TimedOut => new(RunOutcome.TimedOut, $"it was still running after {limits.Time.TotalSeconds:0} s and was stopped", null, run.Output, null),
            RunEnd.OutOfMemory => OutOfMemory(run, limits),
            RunEnd.MachineOutOfMemory => new(RunOutcome.HarnessFault, "the machine ran out of memory and ended it", null, run.Output, null),
            // .NET writes megabytes of stack before it ends.
            RunEnd.TooMuchOutput when CrashText.SaysStackOverflow(run.Output) => new(
                RunOutcome.Crashed,
                "it called itself without end, until the stack was used up",
                CrashText.Line(run.Output),
                run.Output,
                null
            ),
            RunEnd.TooMuchOutput => new(
                RunOutcome.TooMuchOutput,
                $"it printed more than {limits.OutputBytes >> 20} MiB and was stopped",
                null,
                run.Output,
                null
            ),
            _ when !HandedBack.HasStarted(run.Result) => new(RunOutcome.HarnessFault, NotStarted(run), null, run.Output, null),
            _ => ReadResult(run, limits) with { Signal = run.ExitCode - FirstSignal },
        };
    }

    private static string NotStarted(SandboxedRun run) =>
        $"the machine could not start it (exit code {run.ExitCode}): {UntrustedText.FirstLine(run.Output)}";

    private static string Thrown(ProgramFailure failure) => $"{UntrustedText.OneLine(failure.Exception)}: {UntrustedText.OneLine(failure.Message)}";

    private static ProgramEnd ReadResult(SandboxedRun run, Limits limits) =>
        HandedBack.Read(run.Result) switch
        {
            { Failure: { OutOfMemory: true } f } result => OutOfMemory(run, limits, f.Line) with { Result = result },
            { Failure: { Operation: not null } f } result => NativeAbort(f, run, limits) with { Result = result },
            { Failure: { } f } result => new(RunOutcome.Crashed, $"it threw {Thrown(f)}", f.Line, run.Output, result),
            // Whatever its exit code is, it was at its end, by itself; but where it says that it failed and has nothing to show, that is what became of it.
            { } result when run.ExitCode == 0 || HandedBack.HoldsAny(result) => new(RunOutcome.Completed, "", null, run.Output, result),
            _ when run.ExitCode is 0 => new(RunOutcome.Unreadable, "it ended early, so its result could not be read", null, run.Output, null),
            _ when CrashText.SaysOutOfMemory(run.Output) => OutOfMemory(run, limits),
            _ => new(
                RunOutcome.Crashed,
                $"it ended with exit code {run.ExitCode}{CrashText.Of(run.ExitCode, run.Output)}",
                CrashText.Line(run.Output),
                run.Output,
                null
            ),
        };

    private static ProgramEnd OutOfMemory(SandboxedRun run, Limits limits, int? line = null) =>
        new(RunOutcome.OutOfMemory, $"it needed more than {limits.MemoryBytes >> 20} MiB of memory", line, run.Output, null);

    private static ProgramEnd NativeAbort(ProgramFailure failure, SandboxedRun run, Limits limits)
    {
        if (CrashText.SaysOutOfMemory(run.Output))
        {
            return OutOfMemory(run, limits, failure.Line);
        }

        var operation = failure.Operation is { Length: > 0 } name ? $" in {UntrustedText.OneLine(name)}" : "";
        var callers = failure.CalledFrom is { Count: > 0 } lines ? $", called from line {string.Join(", ", lines.Take(MostCallers))}" : "";
        var what = CrashText.What(run.Output) is { Length: > 0 } said ? $": {UntrustedText.OneLine(said)}" : "";
        return new(
            RunOutcome.Crashed,
            $"{UntrustedText.OneLine(failure.Exception)} ended the process (exit code {run.ExitCode}){operation}{callers}{what}",
            failure.Line,
            run.Output,
            null
        );
    }

    /// <summary>Where programs find pretrained models by their names, converted and checked before the first of them needs one.</summary>
    internal static IEnumerable<string> ModelFolder()
    {
        _ = PretrainedModels.Folder(MiniLM.Name);
        return [ModelCache.Folder];
    }
}

/// <summary>End of a program, with what it handed back: all of it where it completed, what it had until then where it threw.</summary>
internal sealed record ProgramEnd(RunOutcome Outcome, string Reason, int? Line, string Output, ProgramResult? Result)
{
    /// <summary>The number of the signal that ended the process; no signal's where it ended by itself.</summary>
    public int Signal { get; init; }
}
