using System.Security.Cryptography;
using System.Text;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Regrading;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Collecting.Batch;

/// <summary>Grades a cohort, each submission into a folder of its own; what a journal tells as done and unchanged is not done again.</summary>
/// <param name="options">Of every submission alike; their own folders take the place of submission and out.</param>
/// <param name="songs">Read once for all; null where no question needs any.</param>
internal sealed class BatchRun(Rubric rubric, GradeOptions options, Sandbox sandbox, SongData? songs)
{
    public const string GradeFile = "grade.json";

    /// <summary>In the folder of a submission's results.</summary>
    public const string EvidenceFolderName = "evidence";

    private readonly Lazy<Regrader> regrader = new(() => new Regrader(RubricOutline.Open(options.Rubric)));

    /// <summary>Called when a submission is graded, before the journal says so: writes what else belongs into its folder.</summary>
    public Action<string, Grade, SubmissionEvidence> Finish { get; init; } = (_, _, _) => { };

    /// <param name="engine">Where those are graded that are not yet, or have changed.</param>
    /// <param name="progress">Told of each submission that is done now.</param>
    /// <returns>In the order of the submissions: its result now, graded in this process or before.</returns>
    public async Task<IReadOnlyList<BatchResult>> RunAsync(
        IReadOnlyList<BatchSubmission> cohort,
        Journal journal,
        IBatchEngine engine,
        IProgress<BatchResult> progress,
        CancellationToken cancel
    )
    {
        var seed = journal.Entries is [{ Seed: { } first }, ..] ? first : Begin(journal);
        var same = Digest(seed);
        var known = journal
            .Entries.Where(entry => entry.Name is not null)
            .GroupBy(entry => entry.Name!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var units = cohort.AsParallel().AsOrdered().WithCancellation(cancel).Select((submission, i) => UnitOf(submission, i, same, seed)).ToList();
        var (results, pending) = (new BatchResult[cohort.Count], new List<BatchUnit>());
        foreach (var unit in units)
        {
            // Either the journal tells of it, or a process that graded it alone, for a batch that was stopped meanwhile.
            var name = unit.Submission.Name;
            if (known.TryGetValue(name, out var before) && unit.IsGradedBy(before))
            {
                results[unit.Index] = new BatchResult(unit.Submission, null, Before: true);
            }
            else if (UnitFile.Read(unit.Folder) is { } alone && unit.IsGradedBy(alone))
            {
                journal.Append(alone);
                results[unit.Index] = new BatchResult(unit.Submission, null, Before: true);
            }
            else
            {
                pending.Add(unit);
            }
        }

        await engine.GradeAsync(
            pending,
            (unit, fault) =>
            {
                results[unit.Index] = new BatchResult(unit.Submission, fault, Before: false);
                journal.Append(unit.EntryOf(fault));
                progress.Report(results[unit.Index]);
            },
            cancel
        );
        return results;
    }

    /// <summary>Grades one submission alone, and leaves its result beside its grade, for a batch of which it is a part.</summary>
    /// <param name="seed">The batch's.</param>
    /// <returns>Why it could not be graded; null where it was.</returns>
    public async Task<string?> GradeAloneAsync(BatchSubmission submission, int seed, CancellationToken cancel)
    {
        var unit = UnitOf(submission, 0, Digest(seed), seed);
        var fault = await GradeAsync(unit, cancel);
        UnitFile.Write(unit.Folder, unit.EntryOf(fault));
        return fault;
    }

    private BatchUnit UnitOf(BatchSubmission submission, int index, string same, int seed) =>
        new(index, submission, FolderOf(submission), $"{same} {submission.Digest()}", seed);

    private int Begin(Journal journal)
    {
        var seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        journal.Append(new JournalEntry(seed, null, null, null, null));
        return seed;
    }

    /// <summary>One submission that cannot be graded never stops the others.</summary>
    /// <returns>Why it could not be; null where it was.</returns>
    public async Task<string?> GradeAsync(BatchUnit unit, CancellationToken cancel)
    {
        var (submission, folder) = (unit.Submission, unit.Folder);
        try
        {
            var seed = SubmissionCollector.SeedOf(unit.Seed, submission.Name);
            var collector = new SubmissionCollector(options with { Submission = submission.Path, Out = folder, Seed = seed }, sandbox, songs);
            var evidence = await collector.CollectAsync(rubric, new NoProgress(), cancel) with
            {
                Submission = new SubmissionIdentity(submission.Name, GitHead.Of(submission.Path)),
            };
            var marks = MarksFile.Read(Path.Combine(folder, MarksFile.FileName), submission.Name);
            var grade = Grader.Grade(rubric, evidence, marks);
            EvidenceFolder.Write(Path.Combine(folder, EvidenceFolderName), evidence);
            Finish(folder, grade, evidence);
            regrader.Value.Keep(Path.Combine(folder, EvidenceFolderName), rubric, grade, evidence.Run);
            return grade.Status == Status.Error ? FaultOf(grade) : null; // what the machine could not do now, it may another time
        }
        catch (InvalidInputException fault) when (IsOf(unit, fault.File))
        {
            return UntrustedText.OneLine(fault.Message); // such as marks.yaml beside its grade: mended, and gone on with --resume, it counts
        }
        catch (Exception e) when (e is not (OperationCanceledException or InvalidInputException or UsageException))
        {
            return UntrustedText.OneLine($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Whether a file is one submission's, in its answers or its results: what is wrong with it is no other's concern.</summary>
    private static bool IsOf(BatchUnit unit, string file) =>
        FolderPath.Holds(unit.Folder, file) || FolderPath.Holds(unit.Submission.Path, file);

    private static string FaultOf(Grade grade)
    {
        var (question, score) = grade.Scores.First(row => row.Score.Status == Status.Error);
        return UntrustedText.OneLine($"{question.Id}: {score.Feedback}");
    }

    public string FolderOf(BatchSubmission submission) => Path.Combine(options.Out, submission.Name);

    /// <summary>Of all that grades follow from beside the answers: seed, rubric, songs, limits, sandbox, and this program itself.</summary>
    private string Digest(int seed) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        (string[])
                            [
                                $"{seed} {options.Timeout} {sandbox.GetType().Name} {string.Join(' ', options.Only)} {options.Reader?.Name}",
                                rubric.Sha256,
                                .. songs?.Card.Files.Select(file => file.Sha256) ?? [],
                                .. Directory
                                    .GetFiles(AppContext.BaseDirectory, "HitSongs*.dll")
                                    .Order(StringComparer.Ordinal)
                                    .Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
                            ]
                    )
                )
            )
        )[..32];

    private sealed class NoProgress : IProgress<CollectProgress>
    {
        public void Report(CollectProgress value) { }
    }
}

/// <summary>Outcome of a submission.</summary>
/// <param name="Fault">Why it could not be graded, by a fault of the harness or the machine; null where it was graded.</param>
/// <param name="Before">Whether that was in an earlier process.</param>
internal sealed record BatchResult(BatchSubmission Submission, string? Fault, bool Before);
