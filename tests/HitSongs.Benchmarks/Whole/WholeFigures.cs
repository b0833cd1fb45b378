using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HitSongs.Benchmarks.Whole;

/// <summary>Measures the harness as a whole, and writes RESULTS.md.</summary>
internal static class WholeFigures
{
    private const int Starts = 7;
    private const int CohortSize = 4;
    private const double MostSecondsOfDemonstration = 12;
    private const string Quick = "evaluation/pytorch/1-tensor-and-variable";

    private static readonly string Root = RepositoryRoot.Path;
    internal static readonly string Cli = Directory
        .GetFiles(Path.Combine(Root, "artifacts", "bin", "HitSongs.Cli"), "HitSongs.Cli.dll", SearchOption.AllDirectories)
        .OrderByDescending(File.GetLastWriteTimeUtc)
        .First();

    private static IReadOnlyDictionary<string, Func<string, IEnumerable<Figure>>> Parts { get; } = new Dictionary<string, Func<string, IEnumerable<Figure>>>
    {
        ["start"] = _ => [StartUp()],
        ["grade"] = Grade,
        ["grader"] = _ =>
        [
            Cpu("one question by `dotnet test` as grader", "test", "tests/HitSongs.Grader", "--no-build", "--filter", $"FullyQualifiedName~{Quick}"),
        ],
        ["batch"] = Batch,
        ["pipeline"] = _ => [Hitsongs("the pipeline: boosted trees, audio and genre, 5 folds", "train", "--features", "audio+genre", "--model", "lightgbm")],
        ["prose"] = _ => Agreement(),
        ["demonstrations"] = _ => Demonstrations(),
        ["questions"] = PerQuestion,
    };

    /// <param name="parts">Names of parts; none for all but each question and each demonstration by itself, which take many minutes.</param>
    /// <returns>2 where a part is not known, 1 where a demonstration takes too long.</returns>
    public static int Run(IReadOnlyList<string> parts)
    {
        if (parts.FirstOrDefault(part => !Parts.ContainsKey(part)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no part {unknown}; there are {string.Join(", ", Parts.Keys)}");
            return 2;
        }

        using var scratch = new Scratch();
        var figures = new List<Figure>();
        foreach (var part in parts.Count > 0 ? parts : Parts.Keys.Where(part => part is not ("questions" or "demonstrations")))
        {
            foreach (var figure in Parts[part](scratch.Path))
            {
                Console.Error.WriteLine($"{figure.What}: {figure.Value}");
                figures.Add(figure);
            }
        }

        var path = Path.Combine(Root, "tests", "HitSongs.Benchmarks", "RESULTS.md");
        File.WriteAllText(path, ResultsPage.Of(figures, parts, Commit(), Load()));
        Console.Out.WriteLine(path);
        return figures.Exists(figure => figure.IsTooMuch) ? 1 : 0;
    }

    // The best of several: what a busy machine adds is not the harness's.
    private static Figure StartUp()
    {
        var best = Enumerable.Range(0, Starts).Select(_ => MeasuredRun.OfDotnet(Root, Cli, "--version").Wall).Min();
        return new("start-up, best of seven", Seconds(best), $"dotnet {Path.GetRelativePath(Root, Cli)} --version");
    }

    private static IEnumerable<Figure> Grade(string scratch)
    {
        string[] grade = ["grade", "--seed", "1", "--out", Path.Combine(scratch, "grade")];
        yield return Hitsongs("all questions of the reference, first grading", grade);
        yield return Hitsongs("all questions of the reference, warm", grade);
        yield return Hitsongs("regrade of its evidence", "regrade", Path.Combine(scratch, "grade", "evidence"));
        yield return Hitsongs("report of its evidence", "report", Path.Combine(scratch, "grade"), "--out", Path.Combine(scratch, "report"));
    }

    private static IEnumerable<Figure> PerQuestion(string scratch) =>
        Directory.GetFiles(Path.Combine(Root, "answers"), "answer.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "answers"), Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(id => Hitsongs($"`{id}` alone", "grade", "--seed", "1", "--only", id, "--out", Path.Combine(scratch, "one")));

    // As a candidate runs them: expectation and program compiled where they have changed, drawn, run and checked.
    private static IEnumerable<Figure> Demonstrations() =>
        MeasuredRun.OfDotnet(Root, Cli, "demo").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).Select(id =>
        {
            var run = MeasuredRun.OfDotnet(Root, Cli, "demo", id, "--seed", "1");
            var failed = run.ExitCode == 0 ? "" : $" (exit code {run.ExitCode})";
            return new Figure($"demonstration `{id}`", Told(run) + failed, $"hitsongs demo {id} --seed 1")
            {
                IsTooMuch = run.ExitCode != 0 || run.Cpu.TotalSeconds > MostSecondsOfDemonstration,
            };
        });

    private static IEnumerable<Figure> Batch(string scratch)
    {
        var cohort = Path.Combine(scratch, "cohort");
        for (var i = 0; i < CohortSize; i++)
        {
            CopyFolder(Path.Combine(Root, "answers"), Path.Combine(cohort, $"submission{i}", "answers"));
        }

        foreach (var jobs in new[] { 1, 2 })
        {
            var run = MeasuredRun.OfDotnet(
                Root, [Cli, "batch", cohort, "--only", Quick, "--seed", "1", "--jobs", $"{jobs}", "--out", Path.Combine(scratch, $"batch{jobs}")]);
            var hourly = CohortSize * 3600 / run.Wall.TotalSeconds;
            yield return new(
                $"batch of {CohortSize} submissions of one question with a demonstration, {jobs} at a time",
                string.Create(CultureInfo.InvariantCulture, $"{hourly:0} submissions an hour; {Told(run)}"),
                $"hitsongs batch COHORT --only {Quick} --jobs {jobs}");
        }
    }

    private static IEnumerable<Figure> Agreement()
    {
        var run = MeasuredRun.OfDotnet(Root, Cli, "rubric", "check", "--samples");
        yield return new("prose of all marked answers that are not held out", Told(run), "hitsongs rubric check --samples");
        var line = run.Output.Split('\n').FirstOrDefault(text => text.Contains("all together", StringComparison.Ordinal))?.Trim() ?? "not printed";
        yield return new("agreement of the prose grader, answers not held out", line, "hitsongs rubric check --samples");
    }

    private static Figure Hitsongs(string what, params string[] arguments) => Cpu(what, [Cli, .. arguments]);

    private static Figure Cpu(string what, params string[] arguments)
    {
        var run = MeasuredRun.OfDotnet(Root, arguments);
        var command = string.Join(' ', arguments).Replace(Cli, "hitsongs", StringComparison.Ordinal);
        var ended = run.ExitCode is 0 or 1 ? "" : $" (exit code {run.ExitCode})";
        return new(what, $"{Told(run)}{ended}", Shown(command.StartsWith("hitsongs", StringComparison.Ordinal) ? command : $"dotnet {command}"));
    }

    // Scratch folders are of this run alone.
    private static string Shown(string command) =>
        string.Join(' ', command.Split(' ').Select(word => word.StartsWith(Path.GetTempPath(), StringComparison.Ordinal) ? "DIR" : word));

    private static string Told(MeasuredRun run) => $"{Seconds(run.Cpu)} of CPU, {Seconds(run.Wall)} on the clock";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = Root,
        })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private static string Load() =>
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the end";

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
