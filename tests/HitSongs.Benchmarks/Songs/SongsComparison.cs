using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HitSongs.Benchmarks.Pipeline;

namespace HitSongs.Benchmarks.Songs;

/// <summary>Ten thousand to a million synthetic songs, read, cleaned and summarised by both halves in turn.</summary>
internal static class SongsComparison
{
    private const string Python = "/usr/bin/python3";
    private const int Rounds = 3;

    private sealed record Reading(double Seconds, double Warm, double Kernel, int Rows, int Used, double Megabytes, double Check);

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("hitsongs-");
        try
        {
            Console.WriteLine(
                "| rows | file, MB | C#, s of the processor | µs per row | once warm | of it the kernel's | peak, MB | pandas, s | peak, MB | C#/pandas "
                    + "|\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
            );
            foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
                Console.WriteLine(Row(Make(folder.FullName, rows), rows));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Make(string folder, int rows)
    {
        var songs = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", "low_popularity.synthetic.csv"));
        var path = Path.Combine(folder, $"{rows}.csv");
        using var file = new StreamWriter(path);
        file.WriteLine(songs[0]);
        // The sample over and over; ids and titles of their own, so that no row is a copy.
        for (var row = 0; row < rows; row++)
            file.WriteLine(songs[1 + (row % (songs.Length - 1))].Replace("synthetic", $"synthetic-{row}-", StringComparison.OrdinalIgnoreCase));
        return path;
    }

    private static string Row(string file, int rows)
    {
        var pairs = Enumerable
            .Range(0, Rounds)
            .Select(_ =>
                (
                    Ours: Measure(Environment.ProcessPath!, [.. PipelineComparison.Assembly(), "songs-half", file]),
                    Theirs: Measure(Python, Path.Combine(AppContext.BaseDirectory, "peers", "songs_peer.py"), file)
                )
            )
            .ToArray();
        if (pairs.Any(pair => pair.Ours is null))
            throw new InvalidOperationException("this half of the benchmark did not end well; what it said stands above");
        var (ours, theirs) = (pairs[0].Ours!, pairs[0].Theirs);
        var seconds = pairs.Min(pair => pair.Ours!.Seconds);
        // The kernel reads the file, and makes the pages of memory that is not there yet.
        var warm = pairs.Select(pair => pair.Ours!).MinBy(half => half.Warm)!;
        var start = string.Create(
            CultureInfo.InvariantCulture,
            $"| {rows} | {new FileInfo(file).Length / 1e6:0} | {seconds:0.00} | {seconds / rows * 1e6:0.0} | {warm.Warm / rows * 1e6:0.0} | "
                + $"{warm.Kernel / rows * 1e6:0.0} | {ours.Megabytes:0} |"
        );
        if (theirs is null)
            return $"{start} | | |";
        // Sums of a million values in another order agree to nine digits.
        if (ours.Used != theirs.Used || Math.Abs(ours.Check - theirs.Check) > 1e-6 * Math.Abs(theirs.Check))
            return $"{start} not the same figures: {ours.Used} songs, {ours.Check} beside {theirs.Used}, {theirs.Check} | | |";
        var peer = pairs.Min(pair => pair.Theirs!.Seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{start} {peer:0.00} | {theirs.Megabytes:0} | {seconds / peer:0.00} |");
    }

    private static Reading? Measure(string program, params string[] arguments)
    {
        if (!File.Exists(program))
            return null;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Reading>(answer, JsonSerializerOptions.Web) : null;
    }
}
