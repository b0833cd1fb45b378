using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Expectations;

namespace HitSongs.Collecting.Expectations;

/// <summary>
/// Asks expectations, in sandboxed processes. An expectation computes with what a stranger's program handed back: what ends its process, such as a
/// wrong shape in native code, must not end the harness.
/// </summary>
internal static class ExpectationHosts
{
    // Their author's patience, and far more than any takes. What they print adds up over all requests.
    private static readonly Limits Limits = new(TimeSpan.FromMinutes(5), 2048L << 20) { ResultBytes = 64 << 20, OutputBytes = 64 << 20 };

    private const string Mend = "Mend it: it must take whatever a demonstration hands back";

    private static readonly string Host = typeof(ExpectationHost).Assembly.Location;

    private static readonly SandboxedHosts Hosts = new(ExpectationRequest.Json, () => new SandboxedCommand(
        DotnetInstallation.Host,
        ["exec", Host],
        [Path.GetDirectoryName(Host)!, .. ProgramRunner.ModelFolder()],
        Writable: null,
        ReadOnlyMemory<byte>.Empty,
        Limits));

    /// <exception cref="HarnessException">No process can be started.</exception>
    public static async Task<ExpectationReply> AskAsync(Sandbox sandbox, ExpectationRequest request, CancellationToken cancel)
    {
        var answer = await Hosts.AskAsync<ExpectationRequest, ExpectationReply>(sandbox, request, cancel);
        return answer switch
        {
            { Reply: { } reply } => reply,
            { Problem: { } problem } => new() { Fault = new($"the expectation gave no answer: {problem}", Mend) },
            { End.End: RunEnd.MachineOutOfMemory } =>
                throw new HarnessException("the machine ran out of memory and ended the process that expectations run in"),
            { HasStarted: true } => new() { Fault = new(Why(answer.End!), Mend) },
            _ => throw new HarnessException($"the process that expectations run in cannot be started: {UntrustedText.FirstLine(answer.End!.Output)}"),
        };
    }

    private static string Why(SandboxedRun run) => run switch
    {
        { End: RunEnd.TimedOut } => $"the expectation was still computing after {Limits.Time.TotalMinutes:0} minutes and was stopped",
        { End: RunEnd.OutOfMemory } => OutOfMemory(),
        { End: RunEnd.TooMuchOutput } => $"the expectation wrote more than {Limits.ResultBytes >> 20} MiB and was stopped",
        _ when CrashText.SaysOutOfMemory(run.Output) => OutOfMemory(),
        _ => $"the expectation ended its process (exit code {run.ExitCode}{CrashText.Of(run.ExitCode, run.Output)})",
    };

    private static string OutOfMemory() => $"the expectation needed more than {Limits.MemoryBytes >> 20} MiB of memory";
}
