using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Mutations;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Mutations;
using HitSongs.Grading.Rubrics;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Cli.Commands;

/// <summary>Tells the criteria that could be weakened without anybody noticing.</summary>
internal static class MutationTable
{
    /// <param name="evidence">The folder of a right submission's evidence.</param>
    /// <param name="ids">Of questions; none for all.</param>
    /// <returns>Whether there is none.</returns>
    public static async Task<bool> WriteAsync(
        string folder, Rubric rubric, string evidence, IReadOnlyList<string> ids, IReadOnlyList<string> data, string cache, CancellationToken cancel)
    {
        if (!Directory.Exists(evidence))
        {
            throw new UsageException($"{evidence} holds no evidence of a right submission: run `hitsongs collect` first, or name it with --evidence DIR");
        }

        var right = EvidenceFolder.Read(evidence);
        var questions = GradeRun.Select(rubric, ids).Questions.Where(question => question.SameAs is null).ToList();
        var songs = questions.Exists(question => question.Demonstration is { Songs: true }) ? SongFiles.Read(data, today: Workplace.Today).Songs : null;
        var sandbox = SandboxChoice.Choose(SandboxKind.Auto, Console.Error.WriteLine);
        var loader = new ExpectationLoader(sandbox, new Compiler(sandbox), folder, Path.Combine(cache, "expectations"));
        using var display = new WorkDisplay("weakening criteria, question by question", questions.Count);
        var survivors = await new RubricMutation(folder, right, new WrongDemonstrations(loader, songs), cache).RunAsync(questions, display.Done, cancel);
        display.Dispose();
        foreach (var survivor in survivors)
        {
            Console.Out.WriteLine($"{survivor.Question}/{survivor.Criterion}: {survivor.How}, and no sample, attack or wrong submission notices");
        }

        Console.Out.WriteLine($"{questions.Sum(MutationReview.CountOf)} ways to weaken a criterion, {survivors.Count} go unnoticed");
        return survivors.Count == 0;
    }
}
