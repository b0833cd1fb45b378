using System.Text.Json.Serialization;
using HitSongs.Metrics;

namespace HitSongs.Grading.Grades;

/// <summary>Every score of a submission and their totals: the content of <c>grade.json</c>.</summary>
/// <param name="Schema">Always <see cref="CurrentSchema"/>.</param>
/// <param name="Status">The submission as a whole.</param>
/// <param name="UngradedPoints">Points of criteria that wait for a person; part of <paramref name="MaxPoints"/>, not of <paramref name="Points"/>.</param>
/// <param name="PassMark">Share of <paramref name="MaxPoints"/> that passes, 0 to 1.</param>
/// <param name="Metrics">Every metric that was computed, by name.</param>
public sealed record Grade(
    string Schema,
    SubmissionIdentity Submission,
    RubricIdentity Rubric,
    Status Status,
    double Points,
    double MaxPoints,
    double UngradedPoints,
    double PassMark,
    bool Passed,
    IReadOnlyList<SectionGrade> Sections,
    IReadOnlyDictionary<string, Metric> Metrics)
{
    public const string CurrentSchema = "hitsongs/grade/1";

    /// <summary>Passages that answers share with their prompts or with each other, for a person to judge: they take no points.</summary>
    public IReadOnlyList<CopyFinding> Copies { get; init; } = [];

    /// <summary>The questions that were asked for, where not all of the rubric was; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Selection { get; init; }

    /// <summary>Every criterion with its question, in the order of the rubric.</summary>
    [JsonIgnore]
    public IEnumerable<(QuestionGrade Question, Score Score)> Scores =>
        Sections.SelectMany(section => section.Questions).SelectMany(question => question.Criteria.Select(score => (question, score)));
}

/// <summary>Whose grade this is. <paramref name="Commit"/> is null outside version control.</summary>
public sealed record SubmissionIdentity(string Name, string? Commit);

/// <summary>Rubric of a grade: the SHA-256 (lower-case hex) covers every file of it.</summary>
public sealed record RubricIdentity(string Title, string Sha256);

public sealed record SectionGrade(string Id, string Title, double Points, double MaxPoints, IReadOnlyList<QuestionGrade> Questions)
{
    /// <summary>Share of its points below which the whole does not pass; null where the section has no mark of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PassMark { get; init; }

    /// <summary>Whether it reaches its own mark; what waits for a person counts for neither side.</summary>
    [JsonIgnore]
    public bool ReachesItsMark =>
        PassMark is not { } mark
        || Points + RoundingSlack
            >= mark
                * (
                    MaxPoints
                    - Questions.SelectMany(question => question.Criteria).Where(score => score.Status == Status.Ungraded).Sum(score => score.MaxPoints)
                );

    // Points have two decimals: their sums in binary must not miss the mark by less than that.
    internal const double RoundingSlack = 1e-9;
}

public sealed record QuestionGrade(string Id, string Title, double Points, double MaxPoints, IReadOnlyList<Score> Criteria);
