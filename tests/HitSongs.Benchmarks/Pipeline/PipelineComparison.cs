using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>A whole run of the pipeline beside Python's (pandas, scikit-learn, xgboost), one thread each, processes started in turn.</summary>
internal static class PipelineComparison
{
    private const int Rounds = 5;

    /// <summary>By what it is called, the arguments that <see cref="PipelineHalf"/> takes: settings like the peer's, or the pipeline's own.</summary>
    private static readonly (string Called, string[] Model)[] Halves = [("settings like the peer's", []), ("own settings", ["own"])];

    /// <summary>Seconds by the clock, which other programs of the machine enter, and seconds of the processor.</summary>
    private sealed record Run(double Wall, double Processor);

    /// <param name="peer">A script that takes --threads, --folds md5 and --data, and does what <see cref="PipelineHalf"/> does.</param>
    public static int Compare(string folder, string peer)
    {
        string[] python = ["/usr/bin/python3", peer, "--threads", "1", "--folds", "md5", "--data", folder];
        List<(Run[] Ours, Run Peer)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(([.. Halves.Select(half => Start([Environment.ProcessPath!, .. Assembly(), "pipeline-half", folder, .. half.Model]))], Start(python)));
            var said = Halves.Select((half, i) => Said(half.Called, rounds[^1].Ours[i])).Append(Said("Python", rounds[^1].Peer));
            Console.WriteLine($"round {round + 1}, seconds (of the processor): {string.Join(", ", said)}");
        }

        foreach (var (i, half) in Halves.Index())
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"median ratio, {half.Called}: {Ratio(r => r.Ours[i].Wall / r.Peer.Wall):0.00} by the clock, "
                        + $"{Ratio(r => r.Ours[i].Processor / r.Peer.Processor):0.00} of the processor"
                )
            );
        }

        return 0;

        double Ratio(Func<(Run[] Ours, Run Peer), double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);
        static string Said(string called, Run run) => string.Create(CultureInfo.InvariantCulture, $"{called} {run.Wall:0.00} ({run.Processor:0.00})");
    }

    /// <summary>Started by `dotnet X.dll` the process is dotnet itself.</summary>
    internal static string[] Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PipelineComparison).Assembly.Location] : [];

    /// <summary>bash, because a process that has ended tells .NET no more how long it took.</summary>
    private static Run Start(string[] command)
    {
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%U %S'; time \"$@\"", "bash", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var variable in new[] { "OMP_NUM_THREADS" })
            start.Environment[variable] = "1";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var told = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{command[0]} ended with {process.ExitCode}; is python3-xgboost, python3-sklearn and python3-pandas installed?"
            );
        var times = told.GetAwaiter().GetResult().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^2..];
        return new Run(wall, times.Sum(time => double.Parse(time, CultureInfo.InvariantCulture)));
    }
}
