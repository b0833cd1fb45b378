using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Run;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Studies;

namespace HitSongs.Cli.GradeRuns;

/// <summary>The chain from a submission to its grade.</summary>
/// <param name="Grade">Every score.</param>
/// <param name="Evidence">What they rest on.</param>
/// <param name="Rubric">What they were given by.</param>
internal sealed record GradeRun(Grade Grade, SubmissionEvidence Evidence, Rubric Rubric)
{
    /// <summary>Number of questions in the rubric, also those that were not asked for.</summary>
    public int QuestionsInAll { get; init; } = Rubric.Questions.Count();

    /// <exception cref="HitSongs.InvalidInputException">The rubric or a song file is wrong.</exception>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    public static async Task<GradeRun> OfAsync(GradeOptions options, IProgress<CollectProgress> progress, Action<string> warn, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.Combine(options.Submission, "answers")))
        {
            throw new UsageException($"{options.Submission} has no folder answers/: name the folder of a submission");
        }

        var (rubric, inAll) = ReadAsked(options);
        options = options.Asking(rubric);
        var collector = new SubmissionCollector(options, SandboxChoice.Choose(options.Sandbox, warn));
        var evidence = await collector.CollectAsync(rubric, progress, cancel);
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(options.Rubric)) != options.Submission)
        {
            Console.Error.WriteLine($"collected {options.Submission}, graded by {options.Rubric}");
        }

        var marks = MarksFile.Read(Path.Combine(options.Out, MarksFile.FileName), evidence.Submission.Name);
        return new GradeRun(Grader.Grade(rubric, evidence, marks), evidence, rubric) { QuestionsInAll = inAll };
    }

    /// <summary>Adds to the evidence what readers want beside the grade: the study of the songs, a comparison of models, and the outputs of the notebook's
    /// cells.</summary>
    public async Task<GradeRun> CompleteAsync(GradeOptions options, CancellationToken cancel)
    {
        var songs = Evidence.Songs is { } known ? Studied(known, SongFiles.Read(options.Data, today: Workplace.Today), new StudyCache(options.Cache)) : null;
        var run = this with { Evidence = Evidence with { Songs = songs } };
        var cells = Reporting.Notebooks.Notebook.ToRun(new ResultFiles(options.Out, Points: false).ReportOf(run));
        var (kept, files) = (new KeptCells(options.Cache), songs is null ? [] : options.Data);
        if (kept.Find(cells, files) is { } before)
        {
            return run with { Evidence = run.Evidence with { Cells = before } };
        }

        using var line = new LiveLine("running the notebook's cells");
        var results = await new CellRunner(SandboxChoice.Choose(options.Sandbox, _ => { })).RunAsync(cells, files, cancel);
        kept.Keep(cells, files, results);
        return run with { Evidence = run.Evidence with { Cells = results } };
    }

    private static SongsEvidence Studied(SongsEvidence songs, SongData data, StudyCache studies)
    {
        using var studying = new WorkDisplay("studying the songs", SongStudy.Parts);
        var findings = studies.FindingsOf(data, studying.Done);
        using var comparing = new WorkDisplay("comparing models", ModelComparison.Parts);
        return songs with { Findings = findings with { Figures = new Dictionary<string, StudyFigure>() }, Models = studies.ModelsOf(data, comparing.Done) };
    }

    /// <summary>The rubric with the questions alone that are asked for; all of it where nothing is.</summary>
    /// <exception cref="UsageException">One of them names no question.</exception>
    public static Rubric Select(Rubric rubric, IReadOnlyList<string> only) =>
        only.Count == 0 ? rubric : rubric.Select(QuestionSelection.Of(only, [.. rubric.Questions.Select(question => question.Id)]));

    // Whoever asks for one question waits for one: the files of the others are not read, and their faults not told.
    private static (Rubric Rubric, int InAll) ReadAsked(GradeOptions options)
    {
        if (options.Only.Count == 0)
        {
            var whole = RubricFolder.Read(options.Rubric);
            return (whole, whole.Questions.Count());
        }

        var outline = RubricOutline.Open(options.Rubric);
        string[] known = [.. outline.Questions];
        return (outline.Read(QuestionSelection.Of(options.Only, known).ToHashSet(StringComparer.Ordinal)), known.Length);
    }
}
