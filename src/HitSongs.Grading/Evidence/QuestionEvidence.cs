using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HitSongs.Demonstrations;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;
using HitSongs.Metrics;

namespace HitSongs.Grading.Evidence;

/// <summary>Evidence on one question of a submission: the content of <c>evidence/&lt;id&gt;.json</c>.</summary>
/// <param name="Question">The question's id, such as "evaluation/pytorch/3-backpropagation".</param>
/// <param name="Answer">The prose; null where the submission has no answer.md.</param>
/// <param name="Demonstration">The run of the demonstration; null where the rubric asks for none.</param>
/// <param name="Model">The run of the model; null where the rubric asks for none.</param>
/// <param name="Figures">The charts that the answer embeds; null where the rubric asks for none, and in evidence that was collected before there were
/// any.</param>
public sealed record QuestionEvidence(
    string Question,
    AnswerText? Answer,
    DemonstrationRun? Demonstration,
    ModelRun? Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FigureFile>? Figures = null)
{
    /// <summary>The passages of the answer, encoded; null where the rubric reads none by vectors, and where there is no answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnswerVectors? Vectors { get; init; }

    /// <summary>A second reader's reply on the answer; null where none was asked, and where it could not be reached.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SecondReading? SecondReading { get; init; }

    /// <summary>The pictures beside the answer that it embeds: shown, and not graded; null where it embeds none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PictureFile>? Pictures { get; init; }
}

/// <summary>A picture that lies beside an answer.</summary>
/// <param name="File">Path relative to the submission, with forward slashes.</param>
/// <param name="Png">In base 64.</param>
public sealed record PictureFile(string File, string Png);

/// <summary>A chart that an answer embeds, as it was handed in.</summary>
/// <param name="File">Path relative to the submission, with forward slashes.</param>
/// <param name="Text">Null where the submission has no such file.</param>
public sealed record FigureFile(string File, string? Text);

/// <summary>Outcome of a submission's program.</summary>
public enum RunOutcome
{
    /// <summary>It ended by itself, and its observations could be read.</summary>
    Completed,

    /// <summary>There is no such file in the submission.</summary>
    Missing,

    /// <summary>It did not compile.</summary>
    DidNotCompile,

    /// <summary>It threw an exception, or ended with an exit code other than 0.</summary>
    Crashed,

    /// <summary>It was still running when its time was up.</summary>
    TimedOut,

    /// <summary>It used more memory than it may.</summary>
    OutOfMemory,

    /// <summary>It printed more than it may.</summary>
    TooMuchOutput,

    /// <summary>Its results could not be read as observations or predictions.</summary>
    Unreadable,

    /// <summary>The harness could not run it: not the author's fault.</summary>
    HarnessFault,
}

/// <summary>A program of the submission and how its run ended.</summary>
/// <param name="File">Path relative to the submission, with forward slashes.</param>
/// <param name="Source">The program's text; empty where it is missing.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">One line for the author; empty where it completed.</param>
/// <param name="Line">The line of <paramref name="File"/> that <paramref name="Reason"/> is about, where there is one.</param>
/// <param name="Output">The start of what it printed.</param>
public sealed record ProgramRun(string File, string Source, RunOutcome Outcome, string Reason, int? Line, string Output);

/// <summary>Run of a demonstration: its inputs, its observations, and its expectation's checks.</summary>
/// <param name="Inputs">The inputs drawn for this run.</param>
/// <param name="Observations">What it observed, by name.</param>
/// <param name="Checks">One entry per check of the expectation; empty where the program did not complete.</param>
/// <param name="ExpectationSha256">Which expectation computed the checks.</param>
public sealed record DemonstrationRun(
    ProgramRun Program,
    JsonObject Inputs,
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<CheckResult> Checks,
    string ExpectationSha256)
{
    /// <summary>The figures that it drew; null where it drew none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DrawnFigure>? Figures { get; init; }
}

/// <summary>A named value that a demonstration handed back, and the line of its source that did so.</summary>
public sealed record Observation(string Name, int Line, JsonNode? Value);

/// <summary>One comparison of an observation with what must have been observed.</summary>
/// <param name="Name">What the rubric's criterion refers to.</param>
/// <param name="Holds">Whether the observation is right.</param>
/// <param name="Expected">In words and numbers; does not give away how to get there.</param>
/// <param name="Seen">In words and numbers.</param>
/// <param name="Line">The line that observed it, where there is one.</param>
public sealed record CheckResult(string Name, bool Holds, string Expected, string Seen, int? Line);

/// <summary>Outcome of a candidate's model: metrics that the harness computed from its predictions.</summary>
/// <param name="PrecisionRecall">Null in evidence that was collected before there was one, and where it is undefined.</param>
/// <param name="Calibration">As <paramref name="PrecisionRecall"/>.</param>
public sealed record ModelRun(
    ProgramRun Program,
    string Split,
    IReadOnlyDictionary<string, Metric> Metrics,
    IReadOnlyList<RocPoint> Roc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PrecisionRecallPoint>? PrecisionRecall = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CalibrationBin>? Calibration = null)
{
    /// <summary>Split of the songs; null in evidence that was collected before that was kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DrawnFolds? Folds { get; init; }

    /// <summary>
    /// How well the model knew the true labels of one fold after it was trained on shuffled ones (KnownLabels.Measure): 0.5 is chance. Null in evidence
    /// that was
    /// collected before that was tried, and where the model did not complete then.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Metric? ShuffledLabels { get; init; }

    /// <summary>The metrics of the first fold alone; null in evidence that was collected before they were kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Metric>? FirstFold { get; init; }
}

/// <summary>Folds by artist, drawn from a seed.</summary>
/// <param name="Count">2 or more.</param>
public sealed record DrawnFolds(int Count, int Seed);
