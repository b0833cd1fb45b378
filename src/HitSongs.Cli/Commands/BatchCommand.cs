using System.CommandLine;
using System.Globalization;
using HitSongs.Cli.GradeRuns;
using HitSongs.Cli.Options;
using HitSongs.Collecting.Batch;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Slurm;
using HitSongs.Grading.RubricFiles;
using HitSongs.Pipeline.Reading;
using HitSongs.Reporting.Html;

namespace HitSongs.Cli.Commands;

internal static class BatchCommand
{
    private static readonly Argument<string[]> Folders = new("DIR")
    {
        Description = "Submissions, or folders that hold submissions.",
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where results go, a folder for each submission. Default: artifacts/batch.",
        HelpName = "DIR",
    };
    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Go on with a batch that was stopped: only what is missing or has changed is graded.",
    };
    private static readonly Option<int?> Jobs = new("--jobs")
    {
        Description = "Submissions at the same time. Default: as many as processors; by Slurm as many as the cluster has room for.",
        HelpName = "N",
    };
    private static readonly Option<BatchEngine> Engine = new("--engine")
    {
        Description = "Where submissions are graded: local, or slurm, a job array on a cluster that shares this file system.",
        DefaultValueFactory = _ => BatchEngine.Local,
        HelpName = "KIND",
    };
    private static readonly Option<string?> Unit = new("--unit")
    {
        Description = "Grade one of the submissions alone, for a batch that goes on elsewhere with --resume: its seed and the submission's name.",
        HelpName = "SEED/NAME",
    };
    private static readonly Option<int?> Timeout = new("--timeout")
    {
        Description = "Seconds that each program may take, instead of the rubric's.",
        HelpName = "S",
    };
    private static readonly Option<int?> Seed = new("--seed")
    {
        Description = "What all draws come from; default: drawn once for the batch, and kept in its journal.",
        HelpName = "N",
    };

    public static Command Create()
    {
        var command = new Command("batch", """
            Grades many submissions. Each is written down in a journal when it is done: a batch that was stopped, however, goes on with --resume.

            Examples: hitsongs batch submissions/ --jobs 2
                      hitsongs batch submissions/ --resume
                      hitsongs batch submissions/ --engine slurm
                      hitsongs batch submissions/ --reader http://localhost:8000/v1
                      hitsongs batch submissions/ --export canvas=grades.csv
            """)
        {
            Folders, Out, Resume, Jobs, Engine, Unit, SharedOptions.Only, Timeout, Seed, SharedOptions.Rubric, SharedOptions.Data, SharedOptions.Sandbox,
        };
        ReaderOption.AddTo(command);
        ExportOption.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var found = Workplace.Find();
            var cohort = BatchSubmission.Find(parsed.GetValue(Folders)!, OutOf(parsed, found));
            var workplace = found.For(cohort.Select(submission => submission.Path), parsed.GetValue(SharedOptions.Rubric));
            var options = Read(parsed, workplace);
            var exports = ExportOption.Read(parsed);
            ResultPlaces.Check(exports, options.Out, cohort.Select(submission => Path.Combine(submission.Path, "answers")).Append(options.Rubric));
            using var reader = await ReaderOption.OpenAsync(parsed, workplace.Cache, cancel);
            options = options with { Reader = reader };
            var rubric = GradeRun.Select(RubricFolder.Read(options.Rubric), options.Only);
            options = options.Asking(rubric);
            exports.ToList().ForEach(export => export.CheckHolds(cohort.Count));
            var songs = rubric.Questions.Any(question => question is { Model: not null } or { Demonstration.Songs: true } or { ClaimsFigures: true })
                ? SongFiles.Read(options.Data, today: DateOnly.FromDateTime(DateTime.UtcNow))
                : null;
            if (songs is not null && rubric.Questions.Any(question => question.ClaimsFigures))
            {
                _ = new StudyCache(options.Cache).FindingsOf(songs); // once, before several submissions ask for it at the same time
            }

            var batch = new BatchRun(rubric, options, SandboxChoice.Choose(options.Sandbox, CollectDisplay.Warn), songs)
            {
                Finish = (folder, grade, evidence) =>
                    File.WriteAllText(
                        Path.Combine(folder, ResultFiles.Report),
                        HtmlReport.Write(new ResultFiles(folder, Points: false).ReportOf(new GradeRun(grade, evidence, rubric)))
                    ),
            };
            if (parsed.GetValue(Unit) is { } unit)
            {
                return await GradeAloneAsync(batch, cohort, unit, cancel);
            }

            using var journal = Journal.Open(options.Out, parsed.GetValue(Resume));
            foreach (var line in new[] { journal.Damage, BatchSubmission.LeftOut(parsed.GetValue(Folders)!) }.OfType<string>())
            {
                BatchDisplay.Say(line);
            }

            IBatchEngine engine = parsed.GetValue(Engine) == BatchEngine.Slurm
                ? new SlurmEngine(options.Out, ThisCommand(parsed), SlurmLimits.Of(rubric, options.Timeout), parsed.GetValue(Jobs), BatchDisplay.Say)
                : new LocalEngine(batch, parsed.GetValue(Jobs) ?? Environment.ProcessorCount);
            var results = await batch.RunAsync(cohort, journal, engine, new BatchDisplay(cohort.Count), cancel);
            var pages = CohortFiles.Write(options.Out, rubric, results, batch);
            var faults = results.Count(result => result.Fault is not null);
            Console.Out.WriteLine(
                $"{results.Count} submissions: {results.Count(result => result.Fault is null)} graded ({results.Count(result => result.Before)} of them "
                    + $"before), {faults} not graded"
            );
            var written = ExportOption.Write(exports, exports.Count > 0 ? CohortFiles.Graded(results, batch) : []);
            pages.Concat(written).ToList().ForEach(Console.Out.WriteLine);
            return faults > 0 ? 3 : 0;
        }
        );
        return command;
    }

    private static async Task<int> GradeAloneAsync(BatchRun batch, IReadOnlyList<BatchSubmission> cohort, string unit, CancellationToken cancel)
    {
        if (
            unit.Split('/', 2) is not [var seed, var name]
            || !int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var drawn)
            || cohort.FirstOrDefault(one => one.Name == name) is not { } submission
        )
        {
            throw new UsageException($"--unit takes the seed of a batch and the name of one of its submissions, such as 5/{cohort[0].Name}, not {unit}");
        }

        var fault = await batch.GradeAloneAsync(submission, drawn, cancel);
        Console.Error.WriteLine($"{submission.Name}: {(fault is null ? "graded" : $"not graded: {fault}")}");
        return 0; // it has left its result, whatever that is
    }

    /// <summary>Command to rerun this program with the same arguments.</summary>
    private static IReadOnlyList<string> ThisCommand(ParseResult parsed) =>
        [DotnetInstallation.Host, "exec", typeof(BatchCommand).Assembly.Location, .. parsed.Tokens.Select(token => token.Value)];

    private static string OutOf(ParseResult parsed, Workplace workplace) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(Out) ?? Path.Combine(workplace.Artifacts, "batch")));

    private static GradeOptions Read(ParseResult parsed, Workplace workplace)
    {
        if (parsed.GetValue(Jobs) is { } jobs && jobs is < 1 or > 256)
        {
            throw new UsageException($"--jobs takes a whole number from 1 to 256, not {jobs}");
        }

        if (parsed.GetValue(Timeout) is { } timeout && timeout < 1)
        {
            throw new UsageException($"--timeout takes a whole number from 1 on, not {timeout}");
        }

        if (parsed.GetValue(Seed) is { } seed && seed < 0)
        {
            throw new UsageException($"--seed takes a whole number from 0 on, not {seed}");
        }

        return new GradeOptions(
            "",
            SharedOptions.RubricOf(parsed, workplace),
            SharedOptions.DataOf(parsed, workplace),
            OutOf(parsed, workplace),
            workplace.Cache,
            parsed.GetValue(SharedOptions.Only) ?? [],
            parsed.GetValue(Timeout),
            parsed.GetValue(SharedOptions.Sandbox),
            parsed.GetValue(Seed)
        );
    }
}
