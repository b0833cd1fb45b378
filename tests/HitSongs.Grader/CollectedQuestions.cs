using System.Security.Cryptography;
using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grader;

/// <summary>The submission that this test run grades: each question is collected once, when the first of its criteria is asked for, so that a filter leaves
/// the others alone.</summary>
/// <remarks>HITSONGS_SUBMISSION, HITSONGS_RUBRIC and HITSONGS_DATA (files, separated by colons) name others than this repository's.</remarks>
internal static class CollectedQuestions
{
    private static readonly Dictionary<string, (SubmissionEvidence Evidence, QuestionGrade Grade)> Collected = new(StringComparer.Ordinal);
    public static GradeOptions Options { get; } = ReadOptions();

    public static Rubric Rubric { get; } = RubricFolder.Read(Options.Rubric);

    /// <summary>The grade of one question.</summary>
    public static async Task<QuestionGrade> GradeAsync(string question)
    {
        if (!Collected.TryGetValue(question, out var known))
        {
            var one = GradeRun.Select(Rubric, [question]);
            var evidence = await new SubmissionCollector(Options, SandboxChoice.Choose(Options.Sandbox, _ => { })).CollectAsync(
                one,
                new Progress<CollectProgress>(),
                CancellationToken.None
            );
            known = (evidence, HitSongs.Grading.Scoring.Grader.Grade(one, evidence).Sections.Single().Questions.Single());
            Collected.Add(question, known);
        }

        return known.Grade;
    }

    /// <summary>All that was collected in this run, graded; null where nothing was. Of a whole rubric the results are written too.</summary>
    public static async Task<GradeRun?> CompleteAsync()
    {
        if (Collected.Count == 0)
        {
            return null;
        }

        var rubric = GradeRun.Select(Rubric, [.. Collected.Keys]);
        var parts = rubric.Questions.Select(question => Collected[question.Id].Evidence).ToList();
        var evidence = parts[0] with
        {
            Questions = [.. parts.SelectMany(part => part.Questions).OrderBy(question => question.Question, StringComparer.Ordinal)],
            Songs = parts.Select(part => part.Songs).OfType<SongsEvidence>().OrderBy(songs => songs.Study is null).FirstOrDefault(),
        };
        var run = new GradeRun(HitSongs.Grading.Scoring.Grader.Grade(rubric, evidence), evidence, rubric) { QuestionsInAll = Rubric.Questions.Count() };
        if (Collected.Count < run.QuestionsInAll)
        {
            return run;
        }

        run = await run.CompleteAsync(Options, CancellationToken.None);
        EvidenceFolder.Write(Path.Combine(Options.Out, "evidence"), run.Evidence);
        new ResultFiles(Options.Out, Points: false).Write(run, [ResultFiles.Grade, ResultFiles.Report, ResultFiles.Notebook]);
        return run;
    }

    private static GradeOptions ReadOptions()
    {
        var workplace = Workplace.Find();
        return new GradeOptions(
            Setting("HITSONGS_SUBMISSION") ?? workplace.Root,
            Setting("HITSONGS_RUBRIC") ?? workplace.Rubric,
            Setting("HITSONGS_DATA")?.Split(':') ?? workplace.Data,
            workplace.Artifacts,
            workplace.Cache,
            Only: [],
            Timeout: null,
            SandboxKind.Auto,
            RandomNumberGenerator.GetInt32(int.MaxValue));
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
