using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HitSongs.Benchmarks.Regrading;

/// <summary>How long it takes to grade kept evidence again after one number of the rubric has changed: one submission, and a large cohort.</summary>
internal static partial class RegradeSpeed
{
    private const double MostSecondsForAll = 20;
    private const double MostSecondsForOne = 1;
    private const int Times = 5;

    /// <param name="evidence">A folder of evidence, of which the cohort is drawn.</param>
    /// <param name="count">Submissions in it.</param>
    /// <returns>0 where both are fast enough, else 1.</returns>
    public static int Run(string evidence, int count)
    {
        var root = Directory.CreateTempSubdirectory("hitsongs-regrade-").FullName;
        try
        {
            var rubric = Path.Combine(root, "rubric");
            Copy(Path.Combine(Repository, "rubric"), rubric);
            var cohort = new DrawnCohort(Path.Combine(root, "cohort"), rubric);
            var size = cohort.Draw(evidence, count);
            Console.WriteLine(
                $"{count:N0} submissions of {size.Questions} questions, {size.Bytes / 1e6:0.0} MB of evidence and {size.GradeBytes / 1e3:0} kB of grade each");

            ChangeThreshold(Path.Combine(rubric, cohort.Question + ".yaml"), 1);
            var all = Regrade(cohort.Folder, rubric);
            Console.WriteLine($"all, one threshold changed: {all.Seconds:0.0} s, {all.Processor:0.0} s of CPU\n  {all.FirstLine}");
            var one = Enumerable.Range(2, Times).Select(step =>
            {
                ChangeThreshold(Path.Combine(rubric, cohort.Question + ".yaml"), step);
                return Regrade(cohort.First, rubric);
            }).OrderBy(run => run.Seconds).ToList()[Times / 2];
            Console.WriteLine($"one, one threshold changed, start-up included: {one.Seconds:0.00} s, {one.Processor:0.00} s of CPU (median of {Times})");
            return all.Seconds <= MostSecondsForAll && one.Seconds <= MostSecondsForOne ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "HitSongs.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run it from the repository that it was built in");
            }

            return folder;
        }
    }

    private static (double Seconds, double Processor, string FirstLine) Regrade(string folder, string rubric)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var program = Path.Combine(AppContext.BaseDirectory, "../../HitSongs.Cli", configuration, "HitSongs.Cli.dll");
        var clock = Stopwatch.StartNew();
        string[] arguments = ["exec", program, "regrade", folder, "--rubric", rubric];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1
            ? (clock.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, output.Split('\n')[0])
            : throw new InvalidOperationException($"hitsongs regrade ended with exit code {process.ExitCode}: is src/HitSongs.Cli built?");
    }

    private static void ChangeThreshold(string file, int step)
    {
        var text = File.ReadAllText(file);
        var changed = Threshold().Replace(text, match => $"{match.Groups["key"].Value}{(0.9 + (step * 0.001)).ToString(CultureInfo.InvariantCulture)}", 1);
        File.WriteAllText(file, changed != text ? changed : throw new InvalidOperationException($"{file} has no threshold to change"));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("(?<key>atLeast: )[0-9.]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Threshold();
}
