using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using HitSongs.Songs;

namespace HitSongs.Tests.Grading;

/// <summary>A rubric of one question and what was observed of a submission to it.</summary>
internal static class Situation
{
    public const string Question = "evaluation/pytorch/1-gradients";
    public const string AnswerFile = $"answers/{Question}/answer.md";

    public const string Head =
        """
        title: Gradients
        prompt: |
          Explain in your own words what a call of the method does to the derivative of a tensor in your program.
        """;

    public const string Index =
        """
        title: Evaluation
        passMark: 0.6
        sections:
          - id: evaluation/pytorch
            title: PyTorch
        """;

    /// <summary>A rubric whose only question has the given criteria.</summary>
    /// <param name="criteria">YAML of the list, not indented.</param>
    /// <param name="more">Further keys of the question.</param>
    public static Rubric RubricOf(string criteria, string more = "")
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Index);
        folder.Write($"rubric/{Question}.yaml", $"{Head}\n{more}\ncriteria:\n{criteria}\n");
        if (more.Contains("demonstration:", StringComparison.Ordinal))
        {
            folder.Write($"rubric/{Question}.cs", "");
        }

        return RubricFolder.Read(folder.Path + "/rubric");
    }

    public static SubmissionEvidence EvidenceOf(params QuestionEvidence[] questions) =>
        new(new SubmissionIdentity("someone", "abc123"), questions, null, Run);

    public static RunInfo Run { get; } = new(DateTimeOffset.UnixEpoch, 1.5, "a machine", "process", 42, new Dictionary<string, string> { ["dotnet"] = "10.0" });

    public static SubmissionEvidence Answered(string answer, DemonstrationRun? demonstration = null, ModelRun? model = null) =>
        EvidenceOf(new QuestionEvidence(Question, new AnswerText(AnswerFile, answer), demonstration, model));

    public static Score Only(this Grade grade) => grade.Sections.Single().Questions.Single().Criteria.Single();

    public static Score Score(this Grade grade, string id) =>
        grade.Sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria).Single(score => score.Id == id);

    /// <summary>The score of the only criterion for an answer.</summary>
    public static Score Grade(string criteria, string answer) => Grader.Grade(RubricOf(criteria), Answered(answer)).Only();

    public static ProgramRun Program(RunOutcome outcome = RunOutcome.Completed, string reason = "", int? line = null) =>
        new($"answers/{Question}/Demonstration.cs", "var x = 1;\nvar y = x / 0;\nObserve(\"y\", y);\n", outcome, reason, line, "");

    public static DemonstrationRun Demonstration(ProgramRun program, params CheckResult[] checks) =>
        new(program, new JsonObject { ["x"] = 1.5 }, [new Observation("y", 3, JsonValue.Create(2.5))], checks, "00ff");

    public static ModelRun Model(ProgramRun program, params (string Name, Metric Metric)[] metrics) =>
        new(program, "5 folds by artist", metrics.ToDictionary(pair => pair.Name, pair => pair.Metric), [new RocPoint(0, 0), new RocPoint(1, 1)]);

    public static SongsEvidence Songs(string name) =>
        new(
            new DataCard(
                name,
                true,
                [new DataFile("songs.csv", "00", 10)],
                10,
                9,
                4,
                68,
                [new CleaningAction("repeated-track-id", CleaningEffect.Removed, 1, "A track stood twice.")]
            ),
            new SongProfile(
                [new PopularityBin(0, 100, 4, 5)],
                [new GenreCount("pop", 9, 4)],
                [new FeatureSummary("energy", true, 4, 0, 0.1, 0.2, 0.3, 0.4, 0.5)]
            )
        );
}
