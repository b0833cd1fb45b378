namespace HitSongs.Pipeline;

/// <summary>One row of a file, read and not yet judged.</summary>
/// <param name="Popularity"><see cref="double.NaN"/> where the row has none.</param>
/// <param name="PlaylistId">The playlist that the row was collected from.</param>
/// <param name="Findings">What readers should know of this row if it is used.</param>
internal sealed record SongRow(int Line, Song Song, double Popularity, string PlaylistId, IReadOnlyList<RowFinding> Findings);

/// <summary>Something about a row that is counted under a reason.</summary>
internal sealed record RowFinding(CleaningReason Reason, string Detail);
