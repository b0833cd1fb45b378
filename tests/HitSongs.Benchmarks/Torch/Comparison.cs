using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Torch;

/// <summary>
/// Lets both halves do each workload in turn and prints the ratios of their CPU times. A loop of its own rather than BenchmarkDotNet:
/// what is wanted is the ratio of two processes under the same load of the machine, so their readings must alternate within one run,
/// and it is the CPU time of the process that stays comparable while others use the machine.
/// </summary>
internal static class Comparison
{
    private const string Python = "/usr/bin/python3";
    private const int Warmups = 3;
    private const int Rounds = 9;

    public static int Run(string name)
    {
        using var ours = new Half(Environment.ProcessPath!, "torch-half");
        using var theirs = HasTorch() ? new Half(Python, Path.Combine(AppContext.BaseDirectory, "peers", "torch_peer.py")) : null;
        if (theirs is null)
            Console.WriteLine($"{Python} has no torch, so C# is measured alone. Mend: sudo apt-get install --no-install-recommends python3-torch\n");
        Console.WriteLine("| CPU time of one | C#, µs | Python, µs | C#/Python | range |\n|---|---:|---:|---:|---|");
        foreach (var workload in Workloads.All.Where(workload => workload.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
            Console.WriteLine(Row(workload, ours, theirs));
        return 0;
    }

    private static string Row(Workload workload, Half ours, Half? theirs)
    {
        // The first readings compile the code, in both of .NET's tiers, and fill caches.
        for (var i = 0; i < Warmups; i++)
        {
            ours.Measure(workload);
            theirs?.Measure(workload);
        }
        var pairs = Enumerable.Range(0, Rounds).Select(_ => (Ours: ours.Measure(workload), Theirs: theirs?.Measure(workload) ?? double.NaN)).ToArray();
        var cells = $"| {workload.Name} | {Microseconds(pairs.Select(pair => pair.Ours))} |";
        if (theirs is null) return $"{cells} | | |";
        var ratios = pairs.Select(pair => pair.Ours / pair.Theirs).ToArray();
        return $"{cells} {Microseconds(pairs.Select(pair => pair.Theirs))} | {Text(Median(ratios))} | {Text(ratios.Min())} to {Text(ratios.Max())} |";
    }

    private static bool HasTorch()
    {
        if (!File.Exists(Python)) return false;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import torch"]) { RedirectStandardError = true, UseShellExecute = false })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Microseconds(IEnumerable<double> nanoseconds) => (Median(nanoseconds) / 1000).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
