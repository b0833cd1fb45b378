namespace HitSongs.Songs;

/// <summary>Cleaning action on a row of a file.</summary>
/// <param name="File">File name without its folder.</param>
/// <param name="Line">Line on which the row starts; the header is line 1.</param>
/// <param name="Reason">The <see cref="CleaningAction.Reason"/> it is counted under.</param>
/// <param name="Effect">What happened.</param>
/// <param name="TrackId">The track concerned; empty where the row names none.</param>
/// <param name="Detail">Columns and values concerned; may be empty.</param>
public sealed record RowAction(string File, int Line, string Reason, CleaningEffect Effect, string TrackId, string Detail);
