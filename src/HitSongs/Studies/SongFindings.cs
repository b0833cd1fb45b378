namespace HitSongs.Studies;

/// <summary>Kept findings of a song study: figures that claims are compared with, and what reports show.</summary>
public sealed record SongFindings(
    IReadOnlyDictionary<string, StudyFigure> Figures, IReadOnlyList<Conclusion> Conclusions, RangeStudy Ranges, ImportanceStudy? Importance);
