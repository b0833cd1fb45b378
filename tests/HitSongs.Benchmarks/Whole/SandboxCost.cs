using System.Diagnostics;
using System.Globalization;
using HitSongs.Collecting.Sandboxing;

namespace HitSongs.Benchmarks.Whole;

/// <summary>What a sandbox costs for each program that it runs, and what the kernel's control groups keep of its limits where they can be made.</summary>
internal static class SandboxCost
{
    private const int Times = 15;

    private static readonly Limits Small = new(TimeSpan.FromSeconds(120), 96L << 20) { ScratchBytes = 8 << 20, Processes = 16 };

    public static async Task<int> RunAsync()
    {
        foreach (var sandbox in (Sandbox[])[new ProcessSandbox(), new BubblewrapSandbox()])
        {
            await RunAsync(sandbox, "true"); // what is asked once for all runs
            var (taken, walls) = (ChildTime.Begin(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                var clock = Stopwatch.StartNew();
                await RunAsync(sandbox, "true");
                walls.Add(clock.Elapsed.TotalMilliseconds);
            }

            var cpu = taken.Taken().TotalMilliseconds / Times;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sandbox.Name}: {cpu:0.0} ms of CPU and {walls.Order().ElementAt(Times / 2):0} ms on the clock (median of {Times}) to run nothing"));
        }

        Console.Out.WriteLine($"control groups: {ControlGroup.Parent ?? "none can be made here"}");
        if (ControlGroup.Parent is null)
        {
            return 0;
        }

        var bubblewrap = new BubblewrapSandbox();
        Tell("three processes that hold more memory than the limit", await RunAsync(bubblewrap, Holding(60)));

        // Each within its own limit, so that nobody who looks at processes sees it: memory of programs, of scratch files, and of named shared memory.
        Tell("memory, scratch files and shared memory beyond the limit together", await RunAsync(
            bubblewrap, $"head -c 8000000 /dev/zero > /tmp/a; head -c 15000000 /dev/zero > /dev/shm/a; {Holding(28)}"));
        Tell("more processes than the limit", await RunAsync(bubblewrap, "for i in $(seq 60); do sleep 30 & done; kill -9 $(jobs -p); echo ended"));
        Tell("a second of work by four processes", await RunAsync(
            bubblewrap, "for i in 1 2 3 4; do timeout 2 sh -c 'while :; do :; done' & done; wait; cat /proc/$$/cgroup; echo ended"));
        Console.Out.WriteLine($"groups left: {Directory.GetDirectories(ControlGroup.Parent, "hitsongs-*").Length}");
        return 0;
    }

    private static string Holding(int megabytes) =>
        $"for i in 1 2 3; do dd if=/dev/zero bs={megabytes}M count=1 2>/dev/null | {{ sleep 3; cat >/dev/null; }} & done; wait; echo survived";

    private static void Tell(string what, SandboxedRun run) =>
        Console.Out.WriteLine(
            $"{what}: {run.End}, exit code {run.ExitCode}, {System.Text.Encoding.UTF8.GetString(run.Result).ReplaceLineEndings(" ")}"
                + $"{run.Output.Split('\n')[0]}");

    private static Task<SandboxedRun> RunAsync(Sandbox sandbox, string script) =>
        sandbox.RunAsync(new SandboxedCommand("/bin/sh", ["-c", script], [], null, ReadOnlyMemory<byte>.Empty, Small), CancellationToken.None);
}
