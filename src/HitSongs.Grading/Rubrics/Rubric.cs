using HitSongs.Grading.Choices;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;

namespace HitSongs.Grading.Rubrics;

/// <summary>What a submission is graded by: the content of the folder rubric/.</summary>
/// <param name="PassMark">Share of the points that passes, 0 to 1.</param>
/// <param name="Sections">In the order of rubric.yaml.</param>
/// <param name="Sha256">Lower-case hex, over the relative path and the bytes of every file of the folder.</param>
public sealed record Rubric(string Title, double PassMark, IReadOnlyList<RubricSection> Sections, string Sha256)
{
    /// <summary>Every question, in the order of the sections.</summary>
    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);
}

/// <param name="Id">The folder of its questions, such as "evaluation/pytorch".</param>
/// <param name="Questions">In the natural order of their file names: 2 before 10.</param>
/// <param name="PassMark">Share of its points below which the whole does not pass, 0 to 1; null where it has no mark of its own.</param>
public sealed record RubricSection(string Id, string Title, IReadOnlyList<Question> Questions, double? PassMark = null);

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
    /// <summary>How others word it, such as a list of questions for interviews.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Id of the question whose criteria, expectation, examples and weights are also this one's; null where it has its own.</summary>
    public string? SameAs { get; init; }

    /// <summary>The questions of its quiz, where the rubric has their options.</summary>
    public IEnumerable<MultipleChoice> Choices =>
        Criteria.OfType<ChoiceCriterion>().Select(criterion => criterion.Choice).OfType<MultipleChoice>().OrderBy(choice => choice.Item);

    /// <summary>What was learnt from its examples; null where nothing was, and its prose is read by words.</summary>
    public QuestionWeights? Weights { get; init; }

    /// <summary>How what is read becomes a probability; not null where <see cref="Weights"/> are not.</summary>
    public ReadingSettings? Reading { get; init; }

    /// <summary>SHA-256 of the examples that its weights must have been learnt from.</summary>
    public string ExamplesSha256 { get; init; } = "";

    /// <summary>Reads an answer to it.</summary>
    internal AnswerReading Read(AnswerText answer) => AnswerReading.Read(answer, $"{Id}\n\n{Title}\n\n{Prompt}");

    /// <summary>Whether a number in its prose or in a chart is compared with a figure of the songs.</summary>
    public bool ClaimsFigures => AsksForCharts || Criteria.Any(criterion => criterion is ClaimCriterion { Number: ClaimedFigure });

    /// <summary>How long its answer may be; null where there is no limit.</summary>
    public WordLimit? Words =>
        Criteria.OfType<StructureCriterion>().Select(structure => structure.Words).FirstOrDefault(words => words is not { Least: null, Most: null });

    /// <summary>The names of the checks that its expectation has to make.</summary>
    public IEnumerable<string> Checks => Criteria.OfType<DemonstrationCriterion>().Select(criterion => criterion.Check).Distinct(StringComparer.Ordinal);

    /// <summary>Whether its answer has to embed a chart.</summary>
    public bool AsksForCharts => Criteria.Any(criterion => criterion is FigureCriterion);
}

/// <summary>Limits of a demonstration's process.</summary>
/// <param name="TimeoutSeconds">Greater than 0.</param>
/// <param name="MemoryMiB">At least 64.</param>
/// <param name="Songs">Whether it analyses songs: its input "songs" is then a part of the data set, drawn anew for every run.</param>
public sealed record DemonstrationSettings(double TimeoutSeconds, int MemoryMiB, bool Songs = false)
{
    /// <summary>The file in the answer's folder.</summary>
    public string Program => Songs ? "analysis.cs" : "demonstration.cs";
}

/// <summary>Limits of a model's process, and how it is evaluated.</summary>
/// <param name="TimeoutSeconds">Greater than 0.</param>
/// <param name="MemoryMiB">At least 64.</param>
/// <param name="Folds">Parts of the cross-validation, at least 2.</param>
public sealed record ModelSettings(double TimeoutSeconds, int MemoryMiB, int Folds)
{
    /// <summary>
    /// What a model that was trained on shuffled labels may reach on the true ones, 0.5 to 1: above, it knows labels that nobody gave it, and no metric of it
    /// counts. Null where that does not matter.
    /// </summary>
    public double? KnownLabels { get; init; }
}
