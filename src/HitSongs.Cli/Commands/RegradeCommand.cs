using System.CommandLine;
using System.Security.Cryptography;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Exports;

namespace HitSongs.Cli.Commands;

internal static class RegradeCommand
{
    public static Command Create()
    {
        var evidence = new Argument<DirectoryInfo[]>("EVIDENCE")
        {
            Description = "Folders written by collect, grade or batch. Default: artifacts/evidence.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "regrade",
            """
            Grades kept evidence by the rubric as it is now, and prints who moved and why; runs nothing of a submission. Marks of persons count.

            Examples: hitsongs regrade
                      hitsongs regrade artifacts/batch --rubric rubric
                      hitsongs regrade artifacts/batch --json
            """)
        {
            evidence, SharedOptions.Rubric, SharedOptions.Json,
        };
        ExportOption.AddTo(command);
        SignOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var workplace = Workplace.Find();
            var exports = ExportOption.Read(parsed);
            using var key = SignOption.Read(parsed);
            var named = parsed.GetValue(evidence) is { Length: > 0 } some ? some.Select(d => d.FullName) : [Path.Combine(workplace.Artifacts, "evidence")];
            var folders = EvidenceFolders.Find(named);
            var results = folders.Count == 1 ? Path.GetDirectoryName(folders[0])! : named.First();
            ResultPlaces.Check(exports, results, [.. folders, SharedOptions.RubricOf(parsed, workplace)]);
            var regrader = new Regrader(RubricOutline.Open(SharedOptions.RubricOf(parsed, workplace)));
            var (moves, graded) = Regrade(regrader, folders, key, keep: exports.Count > 0);
            if (parsed.GetValue(SharedOptions.Json))
            {
                Console.Out.Write(RegradeOutput.Json(moves));
            }
            else
            {
                RegradeOutput.Tell(Console.Out, moves);
            }

            ExportOption.Write(exports, graded);
            return moves.Max(move => move.Now.Status == Status.Error ? 3 : move.Now.Passed ? 0 : 1);
        });
        return command;
    }

    /// <summary>Each writes its grade when it is done; what is wrong with one is told when all are.</summary>
    /// <param name="keep">Whether the whole grades are asked for too, which for a large cohort are large.</param>
    private static (IReadOnlyList<Move> Moves, IReadOnlyList<Graded> Graded) Regrade(Regrader regrader, IReadOnlyList<string> folders, ECDsa? key, bool keep)
    {
        var (moves, graded, wrong) = (new Move[folders.Count], new Graded?[folders.Count], new InvalidInputException?[folders.Count]);
        var done = 0;
        using (var display = new WorkDisplay("grading again", folders.Count))
        {
            Parallel.For(0, folders.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                try
                {
                    var one = regrader.Regrade(folders[i]);
                    SignOption.Sign(one.Write(), key);
                    moves[i] = Move.Of(one);
                    graded[i] = keep ? new Graded(one.Now, one.Run) : null;
                    one.Unmatched.ToList().ForEach(mark => TellUnmatched(one, mark));
                }
                catch (InvalidInputException fault)
                {
                    wrong[i] = fault;
                }

                display.Done(Interlocked.Increment(ref done));
            });
        }

        return wrong.OfType<InvalidInputException>().FirstOrDefault() is { } first ? throw first : (moves, [.. graded.OfType<Graded>()]);
    }

    private static void TellUnmatched(Regraded one, Grading.Marks.Mark mark) =>
        Console.Error.WriteLine($"{one.Now.Submission.Name}: the mark of {mark.Question}/{mark.Criterion} counts nowhere, as the rubric does not have it");
}
