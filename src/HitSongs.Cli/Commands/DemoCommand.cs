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
            Description = "The question whose demonstration is run, or a section for all of its; without one, they are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seed = new Option<int?>("--seed") { Description = "What its inputs are drawn from; default: drawn anew.", HelpName = "N" };
        var command = new Command("demo", """
            Runs demonstrations of answers/ on inputs that are drawn for them, and shows what they print and observe.

            Examples: hitsongs demo
                      hitsongs demo evaluation/pytorch/3-backpropagation
                      hitsongs demo evaluation/pytorch
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
            var options = new GradeOptions(
                workplace.SubmissionHere(),
                SharedOptions.RubricOf(parsed, workplace),
                SharedOptions.DataOf(parsed, workplace),
                workplace.Artifacts,
                workplace.Cache,
                [.. rubric.Questions.Select(question => question.Id)],
                null,
                parsed.GetValue(SharedOptions.Sandbox),
                parsed.GetValue(seed)
            );
            return await ShowAllAsync(rubric, options, cancel);
        }
        );
        return command;
    }

    // One after the other: each may use all processors, and its seconds are its own.
    private static async Task<int> ShowAllAsync(Rubric rubric, GradeOptions options, CancellationToken cancel)
    {
        var exitCode = 0;
        var questions = rubric.Questions.ToList();
        foreach (var question in questions)
        {
            if (questions.Count > 1)
            {
                Console.Out.WriteLine($"{(question == questions[0] ? "" : "\n")}{question.Id}: {question.Title}");
            }

            var (run, seconds) = await RunAsync(rubric, question, options, cancel);
            exitCode = Math.Max(exitCode, Show(run, seconds));
        }

        return exitCode;
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

    // Only what is asked for is read. A question that is answered where another one is shows that one's program.
    private static Rubric Asked(RubricOutline outline, string asked)
    {
        var named = QuestionSelection.Of([asked], [.. outline.Questions]);
        var rubric = outline.Read(named.ToHashSet(StringComparer.Ordinal));
        var demonstrated = rubric.Questions.Where(question => question.Demonstration is not null).Select(question => question.Id).ToList();
        return demonstrated.Count > 0
            ? rubric.Select(demonstrated)
            : throw new UsageException($"{string.Join(", ", named)} asks for no demonstration; `hitsongs demo` lists those that there are");
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
