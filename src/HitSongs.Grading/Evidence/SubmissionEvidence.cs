using System.Text.Json.Serialization;
using HitSongs.Grading.Grades;
using HitSongs.Notebooks;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Grading.Evidence;

/// <summary>All that was observed of a submission; grading needs this and the rubric, and nothing else.</summary>
/// <param name="Questions">By id, in ordinal order.</param>
/// <param name="Songs">The data that the hit-song part was run on; null where no question needed it.</param>
/// <param name="Run">What varies from run to run.</param>
public sealed record SubmissionEvidence(
    SubmissionIdentity Submission,
    IReadOnlyList<QuestionEvidence> Questions,
    SongsEvidence? Songs,
    RunInfo Run)
{
    /// <summary>Results of the notebook's cells, which were run when the evidence was collected; null where they were not.</summary>
    public IReadOnlyList<CellResult>? Cells { get; init; }

    /// <summary>The questions that it was collected for, where not for all of a rubric; else null.</summary>
    public IReadOnlyList<string>? Selection { get; init; }
}

/// <summary>The songs' data card and the aggregated figures for charts.</summary>
/// <param name="Figures">Null in evidence that was collected before there were any.</param>
public sealed record SongsEvidence(
    DataCard Card,
    SongProfile Profile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SongFigures? Figures = null
)
{
    /// <summary>Figures of the song study, by the names of <see cref="StudyFigures"/>; null where no criterion asked for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, StudyFigure>? Study { get; init; }

    /// <summary>Other findings of the study, for readers; its figures are <see cref="Study"/>. Null where the songs were not studied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SongFindings? Findings { get; init; }

    /// <summary>Performance of the pipeline's models on the songs; null where not studied.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelStudy? Models { get; init; }
}
