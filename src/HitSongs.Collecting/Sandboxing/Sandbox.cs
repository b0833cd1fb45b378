using System.Diagnostics;
using HitSongs.Transformers.Pretrained;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Isolation of a submission's programs from the machine.</summary>
internal abstract class Sandbox
{
    /// <summary>No more programs at once than cores: their time limits are about their own work.</summary>
    private static readonly int Places = Math.Max(1, global::System.Environment.ProcessorCount);

    /// <summary>At once, by one process: each holds memory of the kernel's that is counted as nobody's. No more than this process may have itself, which
    /// only root may exceed.</summary>
    private static readonly string OpenFiles = $"{Math.Min(4096, ProcessTree.MostOpenFiles())}";

    private readonly SemaphoreSlim places = new(Places);
    private readonly SemaphoreSlim takingAll = new(1);

    /// <summary>As the command line and the report name it.</summary>
    public abstract string Name { get; }

    /// <summary>The process to start for a command, its limits included, and what it holds until it has ended.</summary>
    protected abstract (ProcessStartInfo Start, RunHold Held) Prepare(SandboxedCommand command);

    /// <summary>Runs a command to its end; never throws for what the command does.</summary>
    public Task<SandboxedRun> RunAsync(SandboxedCommand command, CancellationToken cancel) =>
        InPlacesAsync(command.Alone ? Places : 1, () => RunNowAsync(command, cancel), cancel);

    /// <summary>Does something that computes as much as one program.</summary>
    public Task<T> InPlaceAsync<T>(Func<Task<T>> work, CancellationToken cancel) => InPlacesAsync(1, work, cancel);

    private async Task<T> InPlacesAsync<T>(int count, Func<Task<T>> work, CancellationToken cancel)
    {
        var taken = 0;
        try
        {
            await TakeAsync(count, () => taken++, cancel);
            return await work();
        }
        finally
        {
            if (taken > 0)
            {
                places.Release(taken);
            }
        }
    }

    private async Task<SandboxedRun> RunNowAsync(SandboxedCommand command, CancellationToken cancel)
    {
        using var running = await RunningPrograms.EnterAsync(command.Alone, cancel);
        var (start, held) = Prepare(command);
        using (held)
        {
            try
            {
                return held.Seen(await SandboxedProcess.RunAsync(start, command.Input, command.Limits, cancel));
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                throw NotStarted(e);
            }
        }
    }

    /// <summary>Starts a program that answers requests. It takes no place: while it is not asked, it does nothing.</summary>
    public async Task<SandboxedSession> StartAsync(SandboxedCommand command)
    {
        var (start, held) = Prepare(command);
        try
        {
            return await SandboxedSession.StartAsync(start, held, command.Limits);
        }
        catch (Exception e)
        {
            held.Dispose();
            if (e is System.ComponentModel.Win32Exception notStarted)
            {
                throw NotStarted(notStarted);
            }

            throw;
        }
    }

    private static HarnessException NotStarted(System.ComponentModel.Win32Exception e) =>
        new($"the sandbox cannot be started: {e.Message.TrimEnd('.')}. `hitsongs doctor` tells what is missing", e);

    /// <summary>Takes places one by one. Only one program at a time may gather them all: two would wait for each other's.</summary>
    private async Task TakeAsync(int count, Action taken, CancellationToken cancel)
    {
        await takingAll.WaitAsync(cancel);
        try
        {
            for (var i = 0; i < count; i++)
            {
                await places.WaitAsync(cancel);
                taken();
            }
        }
        finally
        {
            takingAll.Release();
        }
    }

    /// <summary>The environment of every sandboxed program: nothing of the caller's passes.</summary>
    protected static IEnumerable<(string Name, string Value)> Environment(Limits limits) =>
    [
        ("PATH", "/usr/bin:/bin"),
        ("HOME", "/tmp"),
        ("LANG", "C.UTF-8"),
        ("DOTNET_ROOT", DotnetInstallation.Root),
        ("DOTNET_NOLOGO", "1"),
        ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_TieredPGO", "0"),
        // Code is not mapped twice: that takes a file in memory, which the filter of system calls does not know, and time.
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_GCHeapHardLimit", $"0x{limits.MemoryBytes:x}"),
        // One thread: a run's numbers do not depend on the machine, and two runs side by side do not slow each other.
        ("OMP_NUM_THREADS", "1"),
        // Tensors that nobody disposes of are freed with the garbage, which is small and waits long: an early collection of it frees them.
        ("DOTNET_GCGen0MaxBudget", "0x40000"),
        .. Cultures.Environment,
        (ModelCache.Variable, ModelCache.Folder),
    ];

    /// <summary>Limits that the kernel keeps: data per process, processes, open files, core files, size of a file.</summary>
    protected static IEnumerable<string> ResourceLimits(Limits limits) =>
        ["prlimit", $"--data={limits.MemoryBytes}", $"--nproc={limits.Processes}", $"--nofile={OpenFiles}", "--core=0", $"--fsize={limits.ScratchBytes}", "--"];
}
