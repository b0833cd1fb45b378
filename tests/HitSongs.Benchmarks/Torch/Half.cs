using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Torch;

/// <summary>A process that does workloads on demand, with one thread.</summary>
internal sealed class Half : IDisposable
{
    private readonly Process process;

    public Half(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = "1";
        process = Process.Start(start)!;
    }

    /// <summary>Nanoseconds of CPU time for one repetition.</summary>
    public double Measure(Workload workload)
    {
        process.StandardInput.WriteLine($"{workload.Name}\t{workload.Repetitions.ToString(CultureInfo.InvariantCulture)}");
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended during '{workload.Name}': its message is above");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
