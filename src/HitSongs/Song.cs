namespace HitSongs;

/// <summary>Facts of a track known before anyone has heard it: audio features A and descriptive features D, no label.</summary>
/// <remarks>
/// The playlist's name and id are not here on purpose: playlists of the public data sets were collected by popularity, so they know the label.
/// A missing audio feature is <see cref="double.NaN"/>.
/// </remarks>
public sealed record Song
{
    /// <summary>Spotify's id of the track; unique within a data set.</summary>
    public required string TrackId { get; init; }

    /// <summary>The track's name as the file has it; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>All artists as the file names them, separated by commas.</summary>
    public required string Artists { get; init; }

    /// <summary>The first of <see cref="Artists"/>: the unit that is never split between training and test.</summary>
    public required string PrimaryArtist { get; init; }

    /// <summary>The album's name as the file has it; may be empty.</summary>
    public required string Album { get; init; }

    /// <summary>The playlist's genre, such as "pop"; empty where the file has none.</summary>
    public required string Genre { get; init; }

    /// <summary>The playlist's subgenre; empty where the file has none.</summary>
    public required string Subgenre { get; init; }

    /// <summary>Release date with the precision that the file gives.</summary>
    public required ReleaseDate? Released { get; init; }

    /// <summary>Audio features by position of <see cref="AudioFeature"/>.</summary>
    public required IReadOnlyList<double> Audio { get; init; }

    /// <summary>One audio feature, <see cref="double.NaN"/> where the file has none.</summary>
    public double this[AudioFeature feature] => Audio[(int)feature];
}

/// <summary>Spotify's thirteen audio features, in the order of <see cref="Song.Audio"/>.</summary>
public enum AudioFeature
{
    /// <summary>0 to 1.</summary>
    Danceability,

    /// <summary>0 to 1.</summary>
    Energy,

    /// <summary>Pitch class, 0 (C) to 11 (B); −1 where none was found.</summary>
    Key,

    /// <summary>dB, about −60 to 2.</summary>
    Loudness,

    /// <summary>1 major, 0 minor.</summary>
    Mode,

    /// <summary>0 to 1.</summary>
    Speechiness,

    /// <summary>0 to 1.</summary>
    Acousticness,

    /// <summary>0 to 1.</summary>
    Instrumentalness,

    /// <summary>0 to 1.</summary>
    Liveness,

    /// <summary>0 to 1.</summary>
    Valence,

    /// <summary>Beats per minute.</summary>
    Tempo,

    /// <summary>Milliseconds.</summary>
    DurationMs,

    /// <summary>Beats per bar, 3 to 7; 0 and 1 occur in the public files.</summary>
    TimeSignature,
}

/// <summary>A release date that is known to the year, the month or the day; never invented beyond that.</summary>
/// <param name="Year">1900 or later.</param>
/// <param name="Month">1 to 12, or null where only the year is known.</param>
/// <param name="Day">1 to 31, or null where no day is known.</param>
public sealed record ReleaseDate(int Year, int? Month, int? Day);

/// <summary>A song of the training part, with its labels.</summary>
/// <param name="Song">What is known without the labels.</param>
/// <param name="Popularity">Spotify's popularity, 0 to 100.</param>
/// <param name="Hit">Whether <see cref="Popularity"/> reaches the data set's threshold.</param>
public sealed record LabelledSong(Song Song, double Popularity, bool Hit);

/// <summary>A model's output for one song.</summary>
/// <param name="TrackId">Whose prediction this is: predictions are matched by id, never by position.</param>
/// <param name="Popularity">Expected popularity, 0 to 100.</param>
/// <param name="HitProbability">Probability of a hit, 0 to 1.</param>
public sealed record Prediction(string TrackId, double Popularity, double HitProbability);
