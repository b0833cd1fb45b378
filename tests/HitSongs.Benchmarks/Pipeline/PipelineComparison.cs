using System.Diagnostics;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>Wall time of a whole run of the pipeline beside Python's (pandas, scikit-learn, xgboost), one thread each, processes started in turn.</summary>
internal static class PipelineComparison
{
    private const int Rounds = 5;

    /// <param name="peer">A script that takes --threads, --folds md5 and --data, and does what <see cref="PipelineHalf"/> does.</param>
    public static int Run(string folder, string peer)
    {
        string[] python = ["/usr/bin/python3", peer, "--threads", "1", "--folds", "md5", "--data", folder];
        string[] own = [Environment.ProcessPath!, .. Assembly(), "pipeline-half", folder];
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (ours, theirs) = (Seconds(own), Seconds(python));
            ratios.Add(ours / theirs);
            Console.WriteLine($"round {round + 1}: C# {ours:0.00} s, Python {theirs:0.00} s, ratio {ours / theirs:0.00}");
        }

        ratios.Sort();
        Console.WriteLine($"median ratio {ratios[Rounds / 2]:0.00}");
        return 0;
    }

    /// <summary>Started by `dotnet X.dll` the process is dotnet itself.</summary>
    private static string[] Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PipelineComparison).Assembly.Location] : [];

    private static double Seconds(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}; is python3-xgboost, python3-sklearn and python3-pandas installed?");
    }
}
