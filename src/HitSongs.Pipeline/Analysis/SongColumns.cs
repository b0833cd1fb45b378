using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>The songs of a data set by column, for statistics. A missing value is <see cref="double.NaN"/>.</summary>
internal sealed class SongColumns
{
    public const string Popularity = "popularity";
    public const string ReleaseYear = "release_year";

    private readonly Dictionary<string, Action<double[]>> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> kept = new(StringComparer.Ordinal);

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

    /// <summary>A column, which is kept from then on.</summary>
    public double[] this[string name]
    {
        get
        {
            if (!kept.TryGetValue(name, out var values))
                CopyTo(name, kept[name] = values = new double[Hits.Length]);
            return values;
        }
    }

    /// <summary>Copies a column that is looked at once into memory that can be used again.</summary>
    /// <param name="values">By song.</param>
    public void CopyTo(string name, double[] values) => sources[name](values);

    /// <summary>A column's values among hits and among the others.</summary>
    public (double[] Hits, double[] Others) Split(double[] values)
    {
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
            made.Add(AudioColumns.Names[(int)feature], i => songs[i].Song[feature]);
        made.Add(ReleaseYear, i => songs[i].Song.Released?.Year ?? double.NaN);
        made.Add(Popularity, i => songs[i].Popularity);
        return made;
    }

    /// <remarks>Holds on to the rows of the files, and not to their texts.</remarks>
    public static SongColumns Of(CleanSongs songs)
    {
        var names = Enumerable.Range(0, songs.Texts.Genres.Count).Select(number => songs.Texts.Genres[number]).ToList();
        var (used, files) = (songs.Used.ToArray(), songs.Files.Select(file => file.Rows).ToArray());
        var made = new SongColumns(songs.Hits.ToArray(), Array.ConvertAll(used, place => files[place.File].Genres[place.Row]), names);
        foreach (var feature in Enum.GetValues<AudioFeature>())
            made.Add(AudioColumns.Names[(int)feature], files, used, rows => rows.Audio(feature));
        made.Add(ReleaseYear, i => files[used[i].File].Released[used[i].Row] is { IsNone: false } date ? date.Year : double.NaN);
        made.Add(Popularity, files, used, rows => rows.Popularity);
        return made;
    }

    private void Add(string name, Func<int, double> value) => sources[name] = values =>
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = value(i);
    };

    private void Add(string name, SongRows[] files, (int File, int Row)[] used, Func<SongRows, List<double>> column) => sources[name] = values =>
    {
        var byFile = Array.ConvertAll(files, file => column(file));
        for (var i = 0; i < values.Length; i++)
            values[i] = byFile[used[i].File][used[i].Row];
    };
}
