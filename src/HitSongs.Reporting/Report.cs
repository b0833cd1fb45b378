using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Charts.Submitted;
using HitSongs.Studies;

namespace HitSongs.Reporting;

/// <summary>All that the report and the notebook are written from.</summary>
/// <param name="Run">The run that produced <paramref name="Grade"/>; may be later than the evidence's own.</param>
/// <param name="Questions">Titles and prompts; a question without one is shown by its id.</param>
/// <param name="Charts">As of <see cref="SongCharts.Of"/>.</param>
/// <param name="Rendered">Their pictures, as far as they could be drawn.</param>
/// <param name="Command">The command that makes the same again, such as "hitsongs grade --only primer"; null where unknown.</param>
/// <param name="ShowPoints">Whether the notebook's title page tells the points; the report always does.</param>
public sealed record Report(
    Grade Grade,
    RunInfo Run,
    SubmissionEvidence Evidence,
    IReadOnlyList<ReportQuestion> Questions,
    IReadOnlyList<Chart> Charts,
    RenderedCharts Rendered,
    string? Command,
    bool ShowPoints = false)
{
    /// <summary>The Vega-Lite files of the submission, as far as they could be drawn.</summary>
    public SubmittedSpecifications Specifications { get; init; } = SubmittedSpecifications.None;

    /// <summary>Findings of the song study; null where there was none.</summary>
    internal SongFindings? Findings => Evidence.Songs?.Findings;

    /// <summary>Gap in the hit-song analysis, and how to fill it; null where there is none.</summary>
    internal string? StudyMissing => Evidence.Songs is { Findings: null }
        ? "The study of the songs (importance, ranges by genre, model comparison) is not in the evidence: hitsongs collect, or grade, makes it."
        : null;

    /// <summary>Whether the songs were made by a program: said on the face of all that is written.</summary>
    public bool Synthetic => Evidence.Songs?.Card.Synthetic == true;

    internal QuestionEvidence? EvidenceOf(string question) => Evidence.Questions.FirstOrDefault(evidence => evidence.Question == question);

    internal string? PromptOf(string question) => Questions.FirstOrDefault(known => known.Id == question)?.PromptMarkdown;
}

/// <summary>A question as the candidate was asked it.</summary>
/// <param name="Seconds">How long its programs may run; null for the usual time.</param>
public sealed record ReportQuestion(string Id, string Title, string PromptMarkdown, double? Seconds = null);
