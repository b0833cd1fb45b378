namespace HitSongs.Studies;

/// <summary>One number about a data set, which prose can be compared with.</summary>
/// <param name="Value"><see cref="double.NaN"/> where the songs do not tell it.</param>
/// <param name="Low">Lower end of its 95 % interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
public sealed record StudyFigure(double Value, double? Low = null, double? High = null);
