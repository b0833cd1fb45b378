using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>The public data sets that are recognised by their columns.</summary>
internal static class KnownSchemas
{
    /// <summary>
    /// Two files: popularity 68 and above, and popularity 68 and below. The 43 tracks that are in both have exactly 68,
    /// so "68 and above" is the one threshold under which the files do not contradict each other.
    /// </summary>
    public static readonly SongSchema SpotifyMusicDataset = new(
        "Spotify Music Dataset",
        HitThreshold: 68,
        new Dictionary<SongColumn, string>
        {
            [SongColumn.TrackId] = "track_id",
            [SongColumn.TrackName] = "track_name",
            [SongColumn.Artists] = "track_artist",
            [SongColumn.Album] = "track_album_name",
            [SongColumn.Genre] = "playlist_genre",
            [SongColumn.Subgenre] = "playlist_subgenre",
            [SongColumn.ReleaseDate] = "track_album_release_date",
            [SongColumn.Popularity] = "track_popularity",
            [SongColumn.PlaylistId] = "playlist_id",
        },
        [.. AudioColumns.Names]);

    /// <summary>The same names without the time signature. It has no threshold of its own; the one above is used, since the popularity is the same
    /// measure.</summary>
    public static readonly SongSchema TidyTuesday = SpotifyMusicDataset with
    {
        Name = "TidyTuesday spotify_songs",
        Audio = [.. AudioColumns.Names.Select(name => name == "time_signature" ? null : name)],
    };

    /// <summary>114,000 rows; a track stands once per genre that it was found under.</summary>
    public static readonly SongSchema SpotifyTracks = new(
        "Spotify Tracks",
        HitThreshold: 68,
        new Dictionary<SongColumn, string>
        {
            [SongColumn.TrackId] = "track_id",
            [SongColumn.TrackName] = "track_name",
            [SongColumn.Artists] = "artists",
            [SongColumn.Album] = "album_name",
            [SongColumn.Genre] = "track_genre",
            [SongColumn.Popularity] = "popularity",
        },
        [.. AudioColumns.Names])
    {
        ArtistSeparator = ';',
    };

    /// <summary>One file per decade; hits are songs that were on the Billboard Hot 100, and there is no popularity.</summary>
    public static readonly SongSchema HitPredictor = new(
        "Spotify Hit Predictor",
        HitThreshold: double.NaN,
        new Dictionary<SongColumn, string>
        {
            [SongColumn.TrackId] = "uri",
            [SongColumn.TrackName] = "track",
            [SongColumn.Artists] = "artist",
            [SongColumn.Hit] = "target",
        },
        [.. AudioColumns.Names])
    {
        TrackIdPrefix = "spotify:track:",
    };

    /// <summary>No id and no artist: equal rows are taken for the same track, and songs of one title stay together in splits.</summary>
    public static readonly SongSchema NineteenThousandSongs = new(
        "19,000 Spotify Songs",
        HitThreshold: 68,
        new Dictionary<SongColumn, string> { [SongColumn.TrackName] = "song_name", [SongColumn.Popularity] = "song_popularity" },
        [.. AudioColumns.Names.Select(name => name switch
        {
            "duration_ms" => "song_duration_ms",
            "mode" => "audio_mode",
            "valence" => "audio_valence",
            _ => name,
        })]);

    /// <summary>A schema that asks for more columns stands before one that asks for a part of them.</summary>
    public static readonly IReadOnlyList<SongSchema> All = [SpotifyMusicDataset, TidyTuesday, SpotifyTracks, HitPredictor, NineteenThousandSongs];

    /// <summary>The same, of songs to predict.</summary>
    public static readonly IReadOnlyList<SongSchema> Unlabelled = [.. All.Select(schema => schema.WithoutLabels())];

    /// <summary>Not all verbs that read songs: a submission is graded on a known data set.</summary>
    private const string ByMapping = "with --mapping FILE.yaml (a choice of data, train, predict, explain and leaks)";

    /// <summary>The schema that all columns are there for.</summary>
    /// <param name="known"><see cref="All"/> or <see cref="Unlabelled"/>.</param>
    /// <exception cref="InvalidInputException">There is none; names what the nearest one misses.</exception>
    public static SongSchema Recognise(string path, CsvHeader header, IReadOnlyList<SongSchema> known)
    {
        var nearest = known.MinBy(schema => schema.Missing(header).Count)!;
        var missing = nearest.Missing(header);
        if (missing.Count == 0)
            return nearest;

        throw missing.Count == nearest.Required.Count() && known.SelectMany(schema => schema.Required).Distinct().Count(header.Tells) > 2
            ? new InvalidInputException(
                path, header.Line, "the first line names columns, but no comma, semicolon, tab or bar stands between them",
                "Put commas between the fields, and quotes around a field and never around a line")
            : missing.Count == nearest.Required.Count()
            ? new InvalidInputException(
                path,
                header.Line,
                "the first line has no column name of a known data set",
                $"Name a CSV file of songs with a header line, or map its columns {ByMapping}")
            : new InvalidInputException(
                path,
                header.Line,
                $"the header lacks {Columns(missing)} of '{nearest.Name}'",
                $"Name a file with the columns of '{nearest.Name}' (their order and case are free), or map other names {ByMapping}");
    }

    /// <summary>That all columns of a user's mapping are there.</summary>
    /// <exception cref="InvalidInputException">One is not.</exception>
    public static SongSchema Check(SongSchema mapping, string path, CsvHeader header) => mapping.Missing(header) is { Count: > 0 } missing
        ? throw new InvalidInputException(
            path, header.Line, $"the header lacks {Columns(missing)} that the mapping names", "Name columns of the file in the mapping")
        : mapping;

    private static string Columns(List<string> names) => $"the column{(names.Count == 1 ? "" : "s")} {string.Join(", ", names)}";
}
