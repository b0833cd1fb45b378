using System.Diagnostics;
using System.Globalization;

namespace HitSongs.Benchmarks.Whole;

/// <summary>A cohort of generated submissions, every fifth of them hostile, graded in one go and once more killed on the way: the same bytes must come
/// out.</summary>
internal static class MixedCohort
{
    private const string Question = "evaluation/pytorch/1-tensor-and-variable";
    private const int HostileOneIn = 5;
    private const int Kills = 5;
    private const int Timeout = 8;

    private static readonly string[] Written = ["grades.csv", "grades.json", "index.html"];
    private static readonly string Root = RepositoryRoot.Path;
    private static readonly string FolderOfAttacks = Path.Combine(Root, "tests", "HitSongs.Tests", "Submissions", "attacks");

    /// <returns>1 where bytes differ.</returns>
    public static int Run(int count, int jobs)
    {
        using var scratch = new Scratch();
        var cohort = Path.Combine(scratch.Path, "cohort");
        string[] attacks = [.. Directory.GetFiles(FolderOfAttacks, "demonstration.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        for (var i = 0; i < count; i++)
        {
            Write(i, i % HostileOneIn == 0 ? attacks[i * 7 % attacks.Length] : null, Path.Combine(cohort, $"s{i:000}", "answers", Question));
        }

        var whole = Graded(cohort, Path.Combine(scratch.Path, "whole"), jobs, killAfter: null, resume: false);
        Console.Out.WriteLine(Told($"undisturbed, {jobs} at a time", count, whole));
        var disturbed = Path.Combine(scratch.Path, "killed");
        for (var kill = 0; kill < Kills; kill++)
        {
            Graded(cohort, disturbed, jobs, killAfter: Math.Max(1, count / (Kills + 1)), resume: kill > 0);
        }

        var last = Graded(cohort, disturbed, jobs, killAfter: null, resume: true);
        Console.Out.WriteLine($"killed {Kills} times: {last.Output.Split('\n')[0]}");
        var differs = Written
            .Where(file => !File.ReadAllBytes(Path.Combine(scratch.Path, "whole", file)).SequenceEqual(File.ReadAllBytes(Path.Combine(disturbed, file))))
            .ToList();
        var (one, other) = (File.ReadAllLines(Path.Combine(scratch.Path, "whole", Written[0])), File.ReadAllLines(Path.Combine(disturbed, Written[0])));
        one.Except(other, StringComparer.Ordinal).Concat(other.Except(one, StringComparer.Ordinal)).Order(StringComparer.Ordinal).ToList().ForEach(Console.Out.WriteLine);
        Console.Out.WriteLine(differs.Count == 0 ? "the same bytes" : $"other bytes: {string.Join(", ", differs)}");
        return differs.Count == 0 ? 0 : 1;
    }

    private static void Write(int i, string? hostile, string folder)
    {
        Directory.CreateDirectory(folder);
        var reference = Path.Combine(Root, "answers", Question);
        File.WriteAllText(Path.Combine(folder, "answer.md"), $"{File.ReadAllText(Path.Combine(reference, "answer.md"))}\n\nThis is what number {i} says.\n");
        File.WriteAllText(
            Path.Combine(folder, "demonstration.cs"),
            hostile is null ? $"// By number {i}.\n{File.ReadAllText(Path.Combine(reference, "demonstration.cs"))}" : File.ReadAllText(hostile));
    }

    private static GradedBatch Graded(string cohort, string to, int jobs, int? killAfter, bool resume)
    {
        string[] arguments =
        [
            "exec", WholeFigures.Cli, "batch", cohort, "--only", Question, "--seed", "1", "--timeout", $"{Timeout}", "--jobs", $"{jobs}", "--out", to,
            .. resume ? ["--resume"] : Array.Empty<string>(),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var (cpu, clock) = (ChildTime.Begin(), Stopwatch.StartNew());
        using var batch = Process.Start(start)!;
        var (peak, done) = (0L, 0);
        for (var line = batch.StandardError.ReadLine(); line is not null; line = batch.StandardError.ReadLine())
        {
            peak = Math.Max(peak, PeakOf(batch));
            done += line.Contains(" done, ", StringComparison.Ordinal) ? 1 : 0;
            if (done == killAfter)
            {
                batch.Kill();
                break;
            }
        }

        var output = batch.StandardOutput.ReadToEnd();
        batch.WaitForExit();
        return new(clock.Elapsed, cpu.Taken(), peak, output);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended
        }
    }

    private static string Told(string what, int count, GradedBatch run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} submissions, {what}: {count / run.Wall.TotalMinutes:0.0} a minute on the clock, {run.Cpu.TotalSeconds / count:0.00} s of CPU each; "
            + $"the harness held {run.PeakBytes / 1048576} MiB at most");

    private sealed record GradedBatch(TimeSpan Wall, TimeSpan Cpu, long PeakBytes, string Output);
}
