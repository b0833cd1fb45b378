using System.Globalization;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Torch;

/// <summary>
/// The C# half, in a process of its own as the Python half is: reads "name, tab, repetitions" and answers with the nanoseconds of CPU
/// time one repetition took, of the whole process, so that the garbage collector's and the compiler's threads count too.
/// </summary>
internal static class TorchHalf
{
    public static int Serve()
    {
        set_num_threads(1);
        var prepared = Workloads.All.ToDictionary(workload => workload.Name, workload => new Lazy<Action<int>>(workload.Prepare));
        while (Console.ReadLine() is { } line && line.Split('\t') is [var name, var count])
        {
            var repetitions = int.Parse(count, CultureInfo.InvariantCulture);
            var work = prepared[name].Value;
            var before = Environment.CpuUsage.TotalTime;
            work(repetitions);
            var spent = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine((spent.TotalNanoseconds / repetitions).ToString(CultureInfo.InvariantCulture));
        }
        return 0;
    }
}
