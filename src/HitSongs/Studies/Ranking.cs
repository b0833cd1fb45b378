namespace HitSongs.Studies;

/// <summary>Areas under the ROC curve of one kind of model, told less and less of where a song comes from.</summary>
/// <param name="Audio">Audio alone, on artists that it has not seen.</param>
/// <param name="WithGenre">With genre and subgenre, on artists that it has not seen.</param>
/// <param name="AudioWithinGenres">Audio alone, hits against others of the same genre.</param>
/// <param name="AudioWithinCells">Audio alone, hits against others of the same genre and subgenre, which mostly is one playlist.</param>
/// <param name="AudioUnseenPlaylists">Audio alone, on playlists that it has not seen; undefined where the files name none.</param>
/// <param name="WithGenreUnseenPlaylists">With genre and subgenre, on such playlists.</param>
public sealed record Ranking(
    Estimate Audio,
    Estimate WithGenre,
    Estimate AudioWithinGenres,
    Estimate AudioWithinCells,
    Estimate AudioUnseenPlaylists,
    Estimate WithGenreUnseenPlaylists);
