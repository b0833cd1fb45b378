using HitSongs.Grading.Choices;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;

namespace HitSongs.Grading.Rubrics;

/// <summary>A question and how its answer is graded.</summary>
/// <param name="Id">Path of its YAML file in the rubric, with forward slashes and without extension.</param>
/// <param name="Prompt">Markdown; that of a quiz ends with the blank form.</param>
/// <param name="Demonstration">Null where the question asks for no demonstration.</param>
/// <param name="Model">Null where the question asks for no model.</param>
/// <param name="ExpectationPath">Absolute path of the C# file beside the YAML; null where there is no demonstration.</param>
public sealed record Question(
    string Id,
    string Title,
    string Prompt,
    DemonstrationSettings? Demonstration,
    ModelSettings? Model,
    IReadOnlyList<Criterion> Criteria,
    string? ExpectationPath)
{
    /// <summary>Wordings of others, such as a list of questions for interviews.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Id of the question whose criteria, expectation, examples and weights are also this one's; null where it has its own.</summary>
    public string? SameAs { get; init; }

    /// <summary>The questions of its quiz, where the rubric has their options.</summary>
    public IEnumerable<MultipleChoice> Choices =>
        Criteria.Select(criterion => criterion.QuizQuestion).OfType<MultipleChoice>().OrderBy(choice => choice.Item);

    /// <summary>Weights learnt from its examples; null where none were, and its prose is read by words.</summary>
    public QuestionWeights? Weights { get; init; }

    /// <summary>Mapping of readings to probabilities; not null where <see cref="Weights"/> are not.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>Decisions left to a second reader's verdicts, as rubric.yaml says for all questions.</summary>
    public VerdictUse VerdictUse { get; init; }

    /// <summary>SHA-256 of the examples that its weights must have been learnt from.</summary>
    public string ExamplesSha256 { get; init; } = "";

    /// <summary>Reads an answer to it.</summary>
    internal AnswerReading Read(AnswerText answer) => AnswerReading.Read(answer, $"{Id}\n\n{Title}\n\n{Prompt}");

    /// <summary>Encodes what its criteria read of an answer; null where they read nothing by vectors, and where there is no answer.</summary>
    public AnswerVectors? Encode(AnswerText? answer, IPassageEncoder encoder) =>
        Weights is null || string.IsNullOrWhiteSpace(answer?.Text) ? null : AnswerVectors.Of(Read(answer), encoder);

    /// <summary>Reads an answer for each criterion, by its vectors; null where these are missing or of another encoder.</summary>
    internal AnswerReader? ReadVectors(AnswerReading answer, AnswerVectors? vectors) =>
        AnswerReader.Of(Weights!, Concepts, Reading?.Scope, answer, vectors);

    private IReadOnlyList<string> Concepts => [.. Criteria.Where(criterion => criterion.Expected is not null).Select(criterion => criterion.Id)];

    /// <summary>The criteria that can be graded by an answer's prose alone.</summary>
    public IReadOnlyList<Criterion> ProseCriteria => [.. Criteria.Where(criterion => criterion.IsOfProseAlone)];

    /// <summary>Criteria for a second reader of an answer; none where there is no answer, and where it is not graded as it is.</summary>
    public IReadOnlyList<ReadCriterion> CriteriaToRead(AnswerText? answer) =>
        string.IsNullOrWhiteSpace(answer?.Text) || ProseGate.Find(this, Read(answer)) is not null ? [] : ReadCriterion.AllOf(this);

    /// <summary>The criteria that something can be learnt for: those with examples.</summary>
    internal IReadOnlyList<Criterion> LearntCriteria => [.. Criteria.Where(criterion => criterion.Examples is not null)];

    /// <summary>Whether a number in its prose or in a chart is compared with a figure of the songs.</summary>
    public bool ClaimsFigures => Criteria.Any(criterion => criterion.Needs.SongStudy);

    /// <summary>Word limit of its answer; null where there is none.</summary>
    public WordLimit? Words =>
        Criteria.Select(criterion => criterion.Limit).FirstOrDefault(limit => limit is not (null or { Least: null, Most: null }));

    /// <summary>The names of the checks that its expectation has to make.</summary>
    public IEnumerable<string> Checks => Criteria.Select(criterion => criterion.Needs.Check).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Whether its answer has to embed a chart.</summary>
    public bool AsksForCharts => Criteria.Any(criterion => criterion.Needs.Charts);
}
