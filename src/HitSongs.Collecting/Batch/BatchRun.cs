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

    private readonly Lazy<Regrader> regrader = new(() => new Regrader(RubricOutline.Open(options.Rubric)));

    /// <summary>Called when a submission is graded, before the journal says so: writes what else belongs into its folder.</summary>
    public Action<string, Grade, SubmissionEvidence> Finish { get; init; } = (_, _, _) => { };

    /// <param name="jobs">Submissions at the same time, 1 or more.</param>
    /// <param name="progress">Told of each submission that is done now.</param>
    /// <returns>In the order of the submissions: its result now, graded in this process or before.</returns>
    public async Task<IReadOnlyList<BatchResult>> RunAsync(
        IReadOnlyList<BatchSubmission> cohort,
        Journal journal,
        int jobs,
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
        var results = new BatchResult[cohort.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cohort.Count),
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel },
            async (i, token) =>
            {
                var (submission, digest) = (cohort[i], $"{same} {cohort[i].Digest()}");
                if (known.TryGetValue(submission.Name, out var before) && before.Digest == digest && before.Grade is { } graded && graded == HashOf(submission))
                {
                    results[i] = new BatchResult(submission, null, Before: true);
                    return;
                }

                results[i] = await GradeAsync(submission, SubmissionCollector.SeedOf(seed, submission.Name), token);
                journal.Append(new JournalEntry(null, submission.Name, digest, results[i].Fault is null ? HashOf(submission) : null, results[i].Fault));
                progress.Report(results[i]);
            }
        );
        return results;
    }

    private int Begin(Journal journal)
    {
        var seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        journal.Append(new JournalEntry(seed, null, null, null, null));
        return seed;
    }

    /// <summary>One submission that cannot be graded never stops the others.</summary>
    private async Task<BatchResult> GradeAsync(BatchSubmission submission, int seed, CancellationToken cancel)
    {
        var folder = FolderOf(submission);
        try
        {
            var collector = new SubmissionCollector(options with { Submission = submission.Path, Out = folder, Seed = seed }, sandbox, songs);
            var evidence = await collector.CollectAsync(rubric, new NoProgress(), cancel) with
            {
                Submission = new SubmissionIdentity(submission.Name, GitHead.Of(submission.Path)),
            };
            var marks = MarksFile.Read(Path.Combine(folder, MarksFile.FileName), submission.Name);
            var grade = Grader.Grade(rubric, evidence, marks);
            EvidenceFolder.Write(Path.Combine(folder, "evidence"), evidence);
            Finish(folder, grade, evidence);
            regrader.Value.Keep(Path.Combine(folder, "evidence"), rubric, grade, evidence.Run);
            return new BatchResult(submission, null, Before: false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or InvalidInputException or UsageException))
        {
            return new BatchResult(submission, UntrustedText.OneLine($"{e.GetType().Name}: {e.Message}"), Before: false);
        }
    }

    public string FolderOf(BatchSubmission submission) => Path.Combine(options.Out, submission.Name);

    private string? HashOf(BatchSubmission submission) =>
        Path.Combine(FolderOf(submission), GradeFile) is var path && File.Exists(path)
            ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
            : null;

    /// <summary>Of all that grades follow from beside the answers: seed, rubric, songs, limits, sandbox, and this program itself.</summary>
    private string Digest(int seed) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        (string[])
                            [
                                $"{seed} {options.Timeout} {sandbox.Name} {string.Join(' ', options.Only)} {options.Reader?.Name}",
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

/// <summary>What became of a submission.</summary>
/// <param name="Fault">Why it could not be graded, by a fault of the harness or the machine; null where it was graded.</param>
/// <param name="Before">Whether that was in an earlier process.</param>
internal sealed record BatchResult(BatchSubmission Submission, string? Fault, bool Before);
