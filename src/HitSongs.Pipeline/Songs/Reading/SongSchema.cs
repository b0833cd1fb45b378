namespace HitSongs.Pipeline;

/// <summary>The columns by which a public data set is recognised and read. A further data set is one more entry in <see cref="Known"/>.</summary>
/// <param name="Name">The data set's public name.</param>
/// <param name="HitThreshold">Popularity from which a song counts as a hit.</param>
/// <param name="Audio">Column names by position of <see cref="AudioFeature"/>.</param>
internal sealed record SongSchema(
    string Name,
    double HitThreshold,
    string TrackId,
    string TrackName,
    string Artists,
    string Album,
    string Genre,
    string Subgenre,
    string ReleaseDate,
    string Popularity,
    string PlaylistId,
    IReadOnlyList<string> Audio)
{
    /// <summary>
    /// Two files: popularity 68 and above, and popularity 68 and below. The 43 tracks that are in both have exactly 68,
    /// so "68 and above" is the one threshold under which the files do not contradict each other.
    /// </summary>
    public static readonly SongSchema SpotifyMusicDataset = new(
        Name: "Spotify Music Dataset",
        HitThreshold: 68,
        TrackId: "track_id",
        TrackName: "track_name",
        Artists: "track_artist",
        Album: "track_album_name",
        Genre: "playlist_genre",
        Subgenre: "playlist_subgenre",
        ReleaseDate: "track_album_release_date",
        Popularity: "track_popularity",
        PlaylistId: "playlist_id",
        Audio: AudioColumns.Names);

    public static readonly IReadOnlyList<SongSchema> Known = [SpotifyMusicDataset];

    /// <summary>The columns that the reader needs; a file may have more.</summary>
    public IEnumerable<string> Columns =>
        [TrackId, TrackName, Artists, Album, Genre, Subgenre, ReleaseDate, Popularity, PlaylistId, .. Audio];

    /// <summary>The known schema that all columns are there for.</summary>
    /// <exception cref="InvalidInputException">There is none; names what the nearest one misses.</exception>
    public static SongSchema Recognise(string path, IReadOnlySet<string> header)
    {
        var nearest = Known.MinBy(schema => schema.Missing(header).Count)!;
        var missing = nearest.Missing(header);
        if (missing.Count == 0)
            return nearest;

        var remedy = header.Count == 1 && header.First().Contains(';', StringComparison.Ordinal)
            ? "Export the file again with commas between the fields instead of semicolons"
            : $"Name a file with the columns of '{nearest.Name}'; their order and case are free";
        throw new InvalidInputException(path, 1, $"the header lacks {Plural(missing.Count)} {string.Join(", ", missing)} of '{nearest.Name}'", remedy);
    }

    private static string Plural(int columns) => columns == 1 ? "the column" : "the columns";

    private List<string> Missing(IReadOnlySet<string> header) => Columns.Where(column => !header.Contains(column)).ToList();
}
