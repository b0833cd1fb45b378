using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Encoders;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Figures;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Collecting.Collect;

/// <summary>Observes a submission once, question by question: reads its answers and runs its programs.</summary>
internal sealed class SubmissionCollector
{
    private readonly GradeOptions options;
    private readonly Sandbox sandbox;
    private readonly SubmissionFiles files;
    private readonly DemonstrationCollector demonstrations;
    private readonly ModelCollector models;
    private readonly ExpectationLoader expectations;

    private readonly SongData? known;
    private readonly KeptPassages? passages;

    /// <param name="songs">The songs of the options' files, where they were read before; otherwise they are read when a question needs them.</param>
    public SubmissionCollector(GradeOptions options, Sandbox sandbox, SongData? songs = null)
    {
        known = songs;
        this.options = options;
        this.sandbox = sandbox;
        files = new SubmissionFiles(options.Submission);
        passages = KeptPassages.Of(options.Rubric, options.Cache);
        var compiler = new Compiler(sandbox, new CompiledPrograms(Path.Combine(options.Cache, "programs")));
        var runner = new ProgramRunner(sandbox);
        demonstrations = new DemonstrationCollector(compiler, runner);
        models = new ModelCollector(compiler, runner);
        expectations = new ExpectationLoader(sandbox, compiler, options.Rubric, Path.Combine(options.Cache, "expectations"));
    }

    /// <exception cref="InvalidInputException">An expectation does not compile, or a song file is wrong.</exception>
    public async Task<SubmissionEvidence> CollectAsync(Rubric rubric, IProgress<CollectProgress> progress, CancellationToken cancel)
    {
        var versions = EngineVersions.Collect(); // fails here, and as the machine's fault, where a native part is missing
        var (started, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var questions = rubric.Questions.ToList();
        var claims = questions.Exists(q => q.ClaimsFigures);
        var songs = claims || questions.Exists(q => q.Model is not null || q.Demonstration is { Songs: true }) ? ReadSongs() : null;
        var study = claims ? Task.Run(() => new StudyCache(options.Cache).FindingsOf(songs!).Figures, cancel) : null;

        var (evidence, done) = (new QuestionEvidence[questions.Count], 0);
        // Models come first and by themselves: no other program of the submission has been given labels yet, or is there to pass them on.
        var alone = Enumerable.Range(0, questions.Count).ToLookup(i => questions[i].Model is not null);
        foreach (var i in alone[true])
        {
            await CollectAtAsync(i, cancel);
        }

        await Parallel.ForEachAsync(alone[false], cancel, CollectAtAsync);

        return new SubmissionEvidence(
            new SubmissionIdentity(Path.GetFileName(files.Root), GitHead.Of(files.Root)),
            [.. evidence.OrderBy(e => e.Question, StringComparer.Ordinal)],
            songs is null
                ? null
                : new SongsEvidence(songs.Card, SongProfiles.Of(songs), SongFigureCollector.Of(songs)) { Study = study is null ? null : await study },
            new RunInfo(started, Math.Round(clock.Elapsed.TotalSeconds, 3), Machine(), sandbox.Name, seed, versions)
        )
        {
            Selection = options.Only is [] ? null : options.Only,
        };

        async ValueTask CollectAtAsync(int i, CancellationToken token)
        {
            progress.Report(new CollectProgress(questions[i].Id, Finished: false, Volatile.Read(ref done), questions.Count));
            evidence[i] = await CollectAsync(questions[i], songs, seed, token);
            progress.Report(new CollectProgress(questions[i].Id, Finished: true, Interlocked.Increment(ref done), questions.Count));
        }
    }

    private SongData ReadSongs() => known is not null ? known : options.Data.Count > 0
        ? SongFiles.Read(options.Data, today: DateOnly.FromDateTime(DateTime.UtcNow))
        : throw new UsageException("there are no song files: data/ has no *.csv; name some with --data FILE…");

    private async Task<QuestionEvidence> CollectAsync(Question question, SongData? songs, int seed, CancellationToken cancel)
    {
        var answer = AnswerOf(question, songs);
        var ownSeed = SeedOf(seed, question.Id);

        DemonstrationRun? demonstration = null;
        if (question is { Demonstration: { } d, ExpectationPath: { } path })
        {
            demonstration = await demonstrations.CollectAsync(
                ProgramOf(question, d.Program),
                await expectations.LoadAsync(path, cancel),
                ownSeed,
                LimitsOf(d.TimeoutSeconds, d.MemoryMiB),
                d.Songs ? songs!.Songs : null,
                cancel
            );
        }

        ModelRun? model = null;
        if (question.Model is { } m)
        {
            model = await models.CollectAsync(ProgramOf(question, "model.cs"), songs!.Songs, m.Folds, ownSeed, LimitsOf(m.TimeoutSeconds, m.MemoryMiB), cancel);
        }

        var figures =
            question.AsksForCharts && answer is not null
                ? EmbeddedFigure
                    .AllOf(answer)
                    .Where(figure => figure.IsSpecification)
                    .Select(figure => figure.PathBeside(answer.File))
                    .Distinct(StringComparer.Ordinal)
                : null;
        return new QuestionEvidence(
            question.Id,
            answer,
            demonstration,
            model,
            figures is null ? null : [.. figures.Select(path => new FigureFile(path, files.Read(path)))]
        )
        {
            Pictures = answer is null ? null : PicturesOf(answer),
            Vectors = question.Weights is null || passages is not { } encoder ? null : question.Encode(answer, encoder),
            SecondReading = options.Reader is { } reader ? await reader.ReadAsync(question, answer, cancel) : null,
        };
    }

    private List<PictureFile>? PicturesOf(AnswerText answer)
    {
        var embedded = EmbeddedFigure
            .AllOf(answer)
            .Where(figure => !figure.IsSpecification)
            .Select(figure => figure.PathBeside(answer.File))
            .Distinct(StringComparer.Ordinal);
        var pictures = embedded
            .Select(path => (path, Png: files.ReadPng(path)))
            .Where(picture => picture.Png is not null)
            .Select(picture => new PictureFile(picture.path, picture.Png!))
            .ToList();
        return pictures.Count == 0 ? null : pictures;
    }

    private SubmittedFile ProgramOf(Question question, string name) =>
        files.Program($"answers/{question.Id}/{name}") is var own && own.IsThere || question.SameAs is not { } same ? own
        : files.Program($"answers/{same}/{name}") is { IsThere: true } shared ? shared
        : own;

    // Of two questions that are the same, one answer is enough.
    private AnswerText? AnswerOf(Question question, SongData? songs)
    {
        var data = songs?.Card.Name;
        return SubmittedAnswer.Of(files, $"answers/{question.Id}", data)
            ?? (question.SameAs is { } same ? SubmittedAnswer.Of(files, $"answers/{same}", data) : null);
    }

    private Limits LimitsOf(double seconds, int memoryMiB) => new(TimeSpan.FromSeconds(options.Timeout ?? seconds), (long)memoryMiB << 20);

    /// <summary>Every question draws from its own stream, so that asking for some of them changes nothing for the others.</summary>
    internal static int SeedOf(long seed, string question) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{question}"))) & int.MaxValue;

    private static string Machine() => $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores";
}

/// <summary>A question that is being looked at, or has been.</summary>
internal sealed record CollectProgress(string Question, bool Finished, int Done, int Of);
