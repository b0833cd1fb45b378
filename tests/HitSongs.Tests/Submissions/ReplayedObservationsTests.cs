using System.Text.Json;
using HitSongs.Cli;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Demonstrations;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Submissions;

/// <summary>What a program earns that prints what the reference observed in another run: inputs and circumstances are drawn anew, so next to nothing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReplayedObservationsTests
{
    private const double MostOfThePoints = 0.02;

    private static readonly Workplace Repository = Workplace.Find();
    private static readonly Lazy<Rubric> Rubric = new(() => RubricFolder.Read(Repository.Rubric));
    private static readonly Lazy<IReadOnlyList<LabelledSong>> Songs = new(() => SongFiles.Read(Repository.Data).Songs);

    [TestCaseSource(nameof(QuestionsWithDemonstrations))]
    public async Task Observations_of_one_seed_earn_next_to_nothing_under_others(string id)
    {
        var question = Rubric.Value.Questions.Single(question => question.Id == id);
        Sandbox sandbox = SandboxChoice.Choose(SandboxKind.Auto, TestContext.Progress.WriteLine);
        var compiler = new Compiler(sandbox);
        var expectation = await new ExpectationLoader(sandbox, compiler, Repository.Rubric, Path.Combine(Repository.Cache, "expectations"))
            .LoadAsync(question.ExpectationPath!, CancellationToken.None);
        var songs = question.Demonstration!.Songs ? Songs.Value : null;
        var limits = new Limits(TimeSpan.FromSeconds(question.Demonstration.TimeoutSeconds), (long)question.Demonstration.MemoryMiB << 20);
        var program = new SubmissionFiles(Repository.Root).Program($"answers/{id}/{question.Demonstration.Program}");

        var run = await new DemonstrationCollector(compiler, new ProgramRunner(sandbox)).CollectAsync(program, expectation, 1, limits, songs, CancellationToken.None);
        Assume.That(run.Program.Outcome, Is.EqualTo(RunOutcome.Completed), run.Program.Reason);
        var criteria = question.Criteria.OfType<DemonstrationCriterion>().ToList();
        var earned = new List<(double Points, IReadOnlyList<string> Checks)>();
        for (var seed = 2; seed <= 6; seed++)
        {
            earned.Add(await EarnedAsync(seed, expectation, run.Observations, songs, criteria));
        }

        Assert.Multiple(() =>
        {
            Assert.That(run.Checks.Where(check => !check.Holds), Is.Empty, "the reference itself is wrong");
            Assert.That(earned.Average(one => one.Points) / criteria.Sum(criterion => criterion.Points), Is.LessThanOrEqualTo(MostOfThePoints),
                string.Join("; ", earned.Select((one, i) => $"seed {i + 2}: {one.Points} ({string.Join(", ", one.Checks)})")));
        });
    }

    private static async Task<(double Points, IReadOnlyList<string> Checks)> EarnedAsync(
        int seed, LoadedExpectation expectation, IReadOnlyList<Observation> observations, IReadOnlyList<LabelledSong>? songs, List<DemonstrationCriterion> criteria)
    {
        var (inputs, _) = await expectation.DrawAsync(seed, CancellationToken.None);
        if (songs is not null)
        {
            inputs["songs"] = JsonSerializer.SerializeToNode(DrawnSongs.Of(songs, seed), Protocol.Json);
        }

        var checks = await expectation.CheckAsync(inputs, observations, CancellationToken.None);
        var failed = checks.Where(check => !check.Holds).Select(check => check.Name).ToHashSet(StringComparer.Ordinal);
        var passed = criteria.Where(criterion => !failed.Contains(criterion.Check)).ToList();
        return (passed.Sum(criterion => criterion.Points), [.. passed.Select(criterion => criterion.Check)]);
    }

    private static IEnumerable<string> QuestionsWithDemonstrations() => Rubric.Value.Questions.Where(question => question is { ExpectationPath: not null, SameAs: null }).Select(question => question.Id);
}
