using HitSongs.Cli;
using HitSongs.Cli.Commands;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;

namespace HitSongs.Grader;

/// <summary>The submission that this test run grades, collected and graded once for all cases.</summary>
/// <remarks>HITSONGS_SUBMISSION, HITSONGS_RUBRIC and HITSONGS_DATA (files, separated by colons) name others than this repository's.</remarks>
internal static class GradeOfThisRun
{
    public static GradeOptions Options { get; } = ReadOptions();

    public static async Task<GradeRun> CollectAsync()
    {
        var progress = new Progress<CollectProgress>(p =>
        {
            if (p.Finished)
            {
                TestContext.Progress.WriteLine($"collected {p.Question} ({p.Done} of {p.Of})");
            }
        });
        var run = await GradeRun.OfAsync(Options, progress, m => TestContext.Progress.WriteLine($"warning: {m}"), CancellationToken.None);
        run = await run.CompleteAsync(Options, CancellationToken.None);
        EvidenceFolder.Write(Path.Combine(Options.Out, "evidence"), run.Evidence);
        new ResultFiles(Options.Out, Points: false).Write(run, [ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook]);
        return run;
    }

    private static GradeOptions ReadOptions()
    {
        var workplace = Workplace.Find();
        return new GradeOptions(
            Setting("HITSONGS_SUBMISSION") ?? workplace.Root,
            Setting("HITSONGS_RUBRIC") ?? workplace.Rubric,
            Setting("HITSONGS_DATA")?.Split(':') ?? workplace.Data,
            workplace.Artifacts,
            workplace.Cache,
            Only: [],
            Timeout: null,
            SandboxKind.Auto,
            Seed: null);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
