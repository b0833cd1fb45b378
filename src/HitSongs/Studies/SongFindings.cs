namespace HitSongs.Studies;

/// <summary>What is kept of a study of songs: figures that claims are compared with, and what reports show.</summary>
public sealed record SongFindings(
    IReadOnlyDictionary<string, StudyFigure> Figures, IReadOnlyList<Conclusion> Conclusions, RangeStudy Ranges, ImportanceStudy? Importance);
