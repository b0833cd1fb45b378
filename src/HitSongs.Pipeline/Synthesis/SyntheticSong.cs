namespace HitSongs.Pipeline.Synthesis;

/// <summary>A made-up playlist: one genre and subgenre.</summary>
internal sealed record SyntheticPlaylist(int Number, string Genre, string Subgenre);

/// <summary>A made-up song.</summary>
/// <param name="Number">1 and up, in random order of playlists and popularity: an id says nothing about the label.</param>
/// <param name="Audio">By position of <see cref="AudioFeature"/>, rounded as they are written.</param>
internal sealed record SyntheticSong(int Number, string Artists, SyntheticPlaylist Playlist, int Popularity, bool Hit, string Released, IReadOnlyList<double> Audio);

/// <summary>One line of a file: a song, in a playlist it may share with other lines.</summary>
/// <param name="Audible">False for the row whose audio features are missing.</param>
internal sealed record SyntheticRow(SyntheticSong Song, SyntheticPlaylist Playlist, bool Audible = true);
