namespace HitSongs.Pipeline.Reading;

/// <summary>Subjects of the columns of a song file, audio features aside.</summary>
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
