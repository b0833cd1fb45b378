using System.CommandLine;
using System.Diagnostics;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting.Contents;
using HitSongs.Reporting.Text;

namespace HitSongs.Cli.Commands;

internal static class DemoCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("ID")
        {
            Description = "The question whose demonstration is run; without one, all are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seed = new Option<int?>("--seed") { Description = "What its inputs are drawn from; default: drawn anew.", HelpName = "N" };
        var command = new Command("demo", """
            Runs one demonstration of answers/ on inputs that are drawn for it, and shows what it prints and observes.

            Examples: hitsongs demo
                      hitsongs demo evaluation/pytorch/3-backpropagation
            """)
        {
            id, seed, SharedOptions.Data, SharedOptions.Rubric, SharedOptions.Sandbox,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var workplace = Workplace.Find();
            var outline = RubricOutline.Open(SharedOptions.RubricOf(parsed, workplace));
            if (parsed.GetValue(id) is not { } asked)
            {
                List(outline.ReadAll(), AnswersContents.SecondsIn(Path.Combine(workplace.SubmissionHere(), AnswersContents.File)));
                return 0;
            }

            var rubric = Asked(outline, asked);
            var question = rubric.Questions.Single();
            var options = new GradeOptions(
                workplace.SubmissionHere(),
                SharedOptions.RubricOf(parsed, workplace),
                SharedOptions.DataOf(parsed, workplace),
                workplace.Artifacts,
                workplace.Cache,
                [question.Id],
                null,
                parsed.GetValue(SharedOptions.Sandbox),
                parsed.GetValue(seed)
            );
            var (run, seconds) = await RunAsync(rubric, question, options, cancel);
            return Show(run, seconds);
        }
        );
        return command;
    }

    /// <summary>One demonstration, and how long it took: drawing, compiling and checking included.</summary>
    internal static async Task<(DemonstrationRun Run, double Seconds)> RunAsync(
        Rubric rubric,
        Question question,
        GradeOptions options,
        CancellationToken cancel
    )
    {
        var clock = Stopwatch.StartNew();
        var one = GradeRun.Select(rubric, [question.Id]);
        var collector = new SubmissionCollector(options, SandboxChoice.Choose(options.Sandbox, CollectDisplay.Warn));
        var evidence = await collector.CollectAsync(
            one with
            {
                Sections = [.. one.Sections.Select(section => section with { Questions = [.. section.Questions.Select(DemonstrationAlone)] })],
            },
            new Progress<CollectProgress>(),
            cancel
        );
        return (evidence.Questions.Single().Demonstration!, clock.Elapsed.TotalSeconds);
    }

    // Neither a model nor the figures of the songs are needed to see a demonstration.
    private static Question DemonstrationAlone(Question question) =>
        question with
        {
            Model = null,
            Weights = null,
            Criteria = [.. question.Criteria.Where(criterion => criterion.Kind == "demonstration")],
        };

    // Only what is asked for is read; all of it, where that is nothing that can be run.
    private static Rubric Asked(RubricOutline outline, string asked)
    {
        var named = outline.Questions.Where(id => id == asked || id.EndsWith("/" + asked, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var rubric = outline.Read(named);
        var demonstrated = rubric.Questions.Where(question => question.Demonstration is not null).Select(question => question.Id).ToList();
        return demonstrated.Count == 1
            ? rubric.Select(demonstrated)
            : throw new UsageException(
                $"{(demonstrated.Count == 0 ? "there is no demonstration" : "there are several demonstrations")} {asked}; there are "
                    + string.Join(", ", outline.ReadAll().Questions.Where(question => question.Demonstration is not null).Select(question => question.Id))
            );
    }

    private static void List(Rubric rubric, IReadOnlyDictionary<string, double> seconds)
    {
        foreach (var question in rubric.Questions.Where(question => question.Demonstration is not null))
        {
            var taken = seconds.TryGetValue(question.Id, out var known) ? $"{known:0.0} s" : "";
            Console.Out.WriteLine($"{question.Id,-44} {taken,7}  {question.Title}");
        }
    }

    private static int Show(DemonstrationRun run, double seconds)
    {
        Console.Out.Write(ScoreTable.Harmless(run.Program.Output));
        foreach (var observed in run.Observations)
        {
            Console.Out.WriteLine($"{observed.Name}: {ScoreTable.Harmless(Words.Value(observed.Value))}");
        }

        foreach (var failed in run.Checks.Where(check => !check.Holds))
        {
            Console.Out.WriteLine($"not as expected: {failed.Name}: expected {ScoreTable.Harmless(failed.Expected)}, seen {ScoreTable.Harmless(failed.Seen)}");
        }

        var completed = run.Program.Outcome == RunOutcome.Completed;
        Console.Error.WriteLine(
            completed
                ? $"{run.Program.File}: {run.Checks.Count(check => check.Holds)} of {run.Checks.Count} checks hold, {seconds:0.0} s"
                : $"{run.Program.File}{(run.Program.Line is { } line ? $":{line}" : "")}: {run.Program.Reason}"
        );
        return completed && run.Checks.All(check => check.Holds) ? 0 : 1;
    }
}
