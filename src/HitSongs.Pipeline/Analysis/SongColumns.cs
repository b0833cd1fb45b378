namespace HitSongs.Pipeline;

/// <summary>The songs of a data set by column, for statistics. A missing value is <see cref="double.NaN"/>.</summary>
internal sealed class SongColumns
{
    public const string Popularity = "popularity";
    public const string ReleaseYear = "release_year";

    private readonly Dictionary<string, double[]> columns = new(StringComparer.Ordinal);

    private SongColumns(bool[] hits, int[] genres, IReadOnlyList<string> genreNames)
    {
        Hits = hits;
        Genres = genres;
        GenreNames = genreNames;
    }

    public bool[] Hits { get; }

    /// <summary>By song: which of <see cref="GenreNames"/>.</summary>
    public int[] Genres { get; }

    public IReadOnlyList<string> GenreNames { get; }

    /// <summary>The audio features by their names in the public files, then <see cref="ReleaseYear"/>, then <see cref="Popularity"/>.</summary>
    public IReadOnlyList<string> Names { get; } = [.. AudioColumns.Names, ReleaseYear, Popularity];

    public double[] this[string name] => columns[name];

    /// <summary>A column's values among hits and among the others.</summary>
    public (double[] Hits, double[] Others) Split(string name)
    {
        var values = columns[name];
        var count = Hits.Count(hit => hit);
        var (hits, others) = (new double[count], new double[values.Length - count]);
        var (i, j) = (0, 0);
        for (var song = 0; song < values.Length; song++)
        {
            if (Hits[song])
                hits[i++] = values[song];
            else
                others[j++] = values[song];
        }

        return (hits, others);
    }

    public static SongColumns Of(SongData data)
    {
        var songs = data.Songs;
        var names = songs.Select(song => song.Song.Genre).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var numbers = names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        var made = new SongColumns(songs.Select(song => song.Hit).ToArray(), songs.Select(song => numbers[song.Song.Genre]).ToArray(), names);
        foreach (var feature in Enum.GetValues<AudioFeature>())
            made.columns[AudioColumns.Names[(int)feature]] = songs.Select(song => song.Song[feature]).ToArray();
        made.columns[ReleaseYear] = songs.Select(song => song.Song.Released?.Year ?? double.NaN).ToArray();
        made.columns[Popularity] = songs.Select(song => song.Popularity).ToArray();
        return made;
    }

    public static SongColumns Of(CleanSongs songs)
    {
        var names = Enumerable.Range(0, songs.Texts.Genres.Count).Select(number => songs.Texts.Genres[number]).ToList();
        var made = new SongColumns(songs.Hits.ToArray(), Column(songs, rows => rows.Genres), names);
        foreach (var feature in Enum.GetValues<AudioFeature>())
            made.columns[AudioColumns.Names[(int)feature]] = Column(songs, rows => rows.Audio(feature));
        made.columns[ReleaseYear] = Array.ConvertAll(Column(songs, rows => rows.Released), date => date.IsNone ? double.NaN : date.Year);
        made.columns[Popularity] = Column(songs, rows => rows.Popularity);
        return made;
    }

    private static T[] Column<T>(CleanSongs songs, Func<SongRows, List<T>> column)
    {
        var byFile = songs.Files.Select(file => column(file.Rows)).ToArray();
        var values = new T[songs.Used.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = byFile[songs.Used[i].File][songs.Used[i].Row];
        return values;
    }
}
