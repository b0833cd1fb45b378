using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Temporary;
using HitSongs.Tests.Snapshots;
using NUnit.Framework;

namespace HitSongs.Tests.Submissions;

/// <summary>Grades good and bad submissions end to end. A folder is the reference submission with the files of the folder laid over it and those in removed.txt taken away.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SubmissionTests
{
    private static readonly string Folder = Path.GetDirectoryName(SourcePath())!;
    private static readonly Workplace Repository = Workplace.Find();

    [TestCaseSource(nameof(Situations))]
    public async Task Submission_is_graded_as_expected(string situation)
    {
        using var submission = new TemporaryFolder();
        var changed = LayOut(situation, submission.Path);

        var run = await GradeRun.OfAsync(OptionsFor(situation, submission.Path, changed), new Progress<CollectProgress>(), TestContext.Progress.WriteLine, CancellationToken.None);

        Snapshot.MatchesAt(Path.Combine(Folder, situation, "grade"), Summary(run));
    }

    private static IEnumerable<string> Situations() => Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Where(d => d is not ("attacks" or "honest")).Order(StringComparer.Ordinal);

    private static GradeOptions OptionsFor(string situation, string submission, IReadOnlyList<string> changed)
    {
        var timeout = Path.Combine(Folder, situation, "timeout.txt");
        return new GradeOptions(
            submission,
            Repository.Rubric,
            Repository.Data,
            Path.Combine(submission, "artifacts"),
            Repository.Cache,
            Only: changed,
            File.Exists(timeout) ? int.Parse(File.ReadAllText(timeout)) : null,
            SandboxKind.Auto,
            Seed: 1);
    }

    /// <returns>The ids of the questions that the situation changes; none where it changes nothing.</returns>
    private static List<string> LayOut(string situation, string target)
    {
        CopiedFiles.Copy(Path.Combine(Repository.Root, "answers"), Path.Combine(target, "answers"));
        var (changes, removed) = (Path.Combine(Folder, situation), Path.Combine(Folder, situation, "removed.txt"));
        List<string> files = [.. CopiedFiles.Copy(Path.Combine(changes, "answers"), Path.Combine(target, "answers"))];
        foreach (var path in File.Exists(removed) ? File.ReadAllLines(removed) : [])
        {
            File.Delete(Path.Combine(target, path));
            files.Add(Path.GetRelativePath("answers", path));
        }

        return [.. files.Select(f => Path.GetDirectoryName(f)!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How every program ended and at which line, and the status and points of every criterion. Numbers and libraries' messages are left out: they may differ between machines.</summary>
    private static string Summary(GradeRun run) => string.Join('\n', run.Grade.Sections.SelectMany(s => s.Questions).SelectMany(q => (string[])
    [
        $"{q.Id}: {q.Points:0.##} of {q.MaxPoints:0.##}",
        .. Programs(run.Evidence.Questions.Single(e => e.Question == q.Id)).Select(p => $"  {Path.GetFileName(p.File)} {p.Outcome}{(p.Line is { } line ? $" at line {line}" : "")}"),
        .. q.Criteria.Select(c => $"  {c.Status,-8} {c.Points:0.##} of {c.MaxPoints:0.##}  {c.Id}"),
    ]));

    private static IEnumerable<ProgramRun> Programs(QuestionEvidence evidence) =>
        ((ProgramRun?[])[evidence.Demonstration?.Program, evidence.Model?.Program]).OfType<ProgramRun>();

    private static string SourcePath([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
