using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Memory;

/// <summary>
/// How far each loop makes its process grow at its peak, beyond what it held when the loop began. Every loop has a process of its own,
/// since memory once touched stays with a process.
/// </summary>
internal static class MemoryGrowth
{
    private const double BoundInMegabytes = 300;

    public static int Run()
    {
        Console.WriteLine("| loop | times | growth at the peak, MB |\n|---|---:|---:|");
        var worst = 0.0;
        foreach (var loop in Loops.All)
        {
            var growth = InOwnProcess(loop);
            worst = Math.Max(worst, growth);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {loop.Name} | {loop.Times} | {growth:0} |"));
        }
        var verdict = worst <= BoundInMegabytes ? "all within" : "above";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{verdict} the bound of {BoundInMegabytes} MB"));
        return worst <= BoundInMegabytes ? 0 : 1;
    }

    public static int RunOne(string name)
    {
        var loop = Loops.All.Single(loop => loop.Name == name);
        TorchSharp.torch.set_num_threads(1);
        var work = loop.Prepare();
        for (var i = 0; i < Math.Min(20, loop.Times / 10); i++) work();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Megabytes("VmRSS");
        for (var i = 0; i < loop.Times; i++) work();
        Console.WriteLine((Megabytes("VmHWM") - before).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double InOwnProcess(Loop loop)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["memory-loop", loop.Name]) { RedirectStandardOutput = true, UseShellExecute = false };
        // As the sandbox sets it for every program of a submission.
        start.Environment["DOTNET_GCGen0MaxBudget"] = "0x40000";
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{loop.Name}' ended with {process.ExitCode}: its message is above");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    // VmRSS is what the process holds, VmHWM the most it ever held; both in kB.
    private static double Megabytes(string key)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
