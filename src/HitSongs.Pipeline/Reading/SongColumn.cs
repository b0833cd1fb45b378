namespace HitSongs.Pipeline.Reading;

/// <summary>What a column of a song file can be about, audio features aside.</summary>
internal enum SongColumn
{
    TrackId,
    TrackName,
    Artists,
    Album,
    Genre,
    Subgenre,
    ReleaseDate,

    /// <summary>0 to 100.</summary>
    Popularity,

    /// <summary>1 a hit, 0 none: the label of files that have no popularity.</summary>
    Hit,
    PlaylistId,
}
