namespace HitSongs.Studies;

/// <summary>Which values of audio features go with hits: for all songs, by genre, and inside playlists.</summary>
/// <param name="Overall">One per audio feature.</param>
/// <param name="ByGenre">Genres with enough hits and others; one family of tests.</param>
/// <param name="WithinCells">By position of <see cref="AudioFeature"/>: whether hits differ from others of the same playlist (genre and subgenre).</param>
/// <param name="Cells">Cells that have both hits and others.</param>
/// <param name="SongsInCells">Songs in them.</param>
public sealed record RangeStudy(
    IReadOnlyList<HitRange> Overall, IReadOnlyList<HitRange> ByGenre, IReadOnlyList<StatisticalTest> WithinCells, int Cells, int SongsInCells);
