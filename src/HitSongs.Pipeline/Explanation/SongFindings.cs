namespace HitSongs.Pipeline.Explanation;

/// <summary>What is kept of a study of songs: figures that claims are compared with, and what reports show.</summary>
public sealed record SongFindings(
    IReadOnlyDictionary<string, StudyFigure> Figures, IReadOnlyList<Conclusion> Conclusions, RangeStudy Ranges, ImportanceStudy? Importance)
{
    public static SongFindings Of(SongStudy study) => new(study.Figures, study.Conclusions, study.Ranges, study.Importance);
}
