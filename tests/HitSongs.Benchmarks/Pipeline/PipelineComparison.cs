using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>A whole run of the pipeline beside Python's (pandas, scikit-learn, xgboost), one thread each, processes started in turn.</summary>
internal static class PipelineComparison
{
    private const int Rounds = 5;

    /// <summary>Seconds by the clock, which other programs of the machine enter, and seconds of the processor.</summary>
    private sealed record Run(double Wall, double Processor);

    /// <param name="peer">A script that takes --threads, --folds md5 and --data, and does what <see cref="PipelineHalf"/> does.</param>
    public static int Compare(string folder, string peer)
    {
        string[] python = ["/usr/bin/python3", peer, "--threads", "1", "--folds", "md5", "--data", folder];
        string[] Half(string name) => [Environment.ProcessPath!, .. Assembly(), name, folder];
        List<(Run Same, Run Own, Run Peer)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((Start(Half("pipeline-half")), Start(Half("pipeline-half-own")), Start(python)));
            var (same, own, theirs) = rounds[^1];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round + 1}, seconds (of the processor): same models {same.Wall:0.00} ({same.Processor:0.00}), own models {own.Wall:0.00} ({own.Processor:0.00}), Python {theirs.Wall:0.00} ({theirs.Processor:0.00})"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio, same models: {Ratio(r => r.Same.Wall / r.Peer.Wall):0.00} by the clock, {Ratio(r => r.Same.Processor / r.Peer.Processor):0.00} of the processor"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio, own models:  {Ratio(r => r.Own.Wall / r.Peer.Wall):0.00} by the clock, {Ratio(r => r.Own.Processor / r.Peer.Processor):0.00} of the processor"));
        return 0;

        double Ratio(Func<(Run Same, Run Own, Run Peer), double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);
    }

    /// <summary>Started by `dotnet X.dll` the process is dotnet itself.</summary>
    private static string[] Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PipelineComparison).Assembly.Location] : [];

    /// <summary>bash, because a process that has ended tells .NET no more how long it took.</summary>
    private static Run Start(string[] command)
    {
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash", .. command]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}; is python3-xgboost, python3-sklearn and python3-pandas installed?");
        var times = told.GetAwaiter().GetResult().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^2..];
        return new Run(wall, times.Sum(time => double.Parse(time, CultureInfo.InvariantCulture)));
    }
}
