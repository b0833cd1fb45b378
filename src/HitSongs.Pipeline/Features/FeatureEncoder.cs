namespace HitSongs.Pipeline;

/// <summary>Turns songs into numbers with the categories that were seen in training, and no others.</summary>
public sealed class FeatureEncoder
{
    private static readonly string[] ReleaseNames = ["year", "month", "season=winter", "season=spring", "season=summer", "season=autumn"];

    private readonly FeatureSet set;
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> columnOf = new(StringComparer.Ordinal);

    private FeatureEncoder(FeatureSet set) => this.set = set;

    /// <summary>Column names, in order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Learns which genres and subgenres there are.</summary>
    /// <param name="training">Training songs only: a category that only occurs in test songs must stay unknown.</param>
    public static FeatureEncoder Fit(IReadOnlyList<Song> training, FeatureSet set)
    {
        var encoder = new FeatureEncoder(set);
        encoder.Add(AudioColumns.Names);
        if (set is not FeatureSet.Audio)
        {
            encoder.Add(training.Select(Genre).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            encoder.Add(training.Select(Subgenre).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }

        if (set is FeatureSet.All)
            encoder.Add(ReleaseNames);
        return encoder;
    }

    /// <inheritdoc cref="Fit(IReadOnlyList{Song}, FeatureSet)"/>
    public static FeatureEncoder Fit(IReadOnlyList<LabelledSong> training, FeatureSet set) => Fit(training.Select(song => song.Song).ToList(), set);

    /// <summary>One row per song, in the order given. Unseen categories are 0 in all their columns; missing numbers are NaN.</summary>
    public FeatureMatrix Encode(IReadOnlyList<Song> songs)
    {
        var values = new float[songs.Count * names.Count];
        for (var i = 0; i < songs.Count; i++)
            Encode(songs[i], values.AsSpan(i * names.Count, names.Count));
        return new FeatureMatrix(values, songs.Count, names);
    }

    private static string Genre(Song song) => $"genre={song.Genre}";

    /// <summary>Subgenres of one name in two genres ("classic" rock, "classic" jazz) are different.</summary>
    private static string Subgenre(Song song) => $"subgenre={song.Genre}/{song.Subgenre}";

    private void Add(IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            columnOf.Add(column, names.Count);
            names.Add(column);
        }
    }

    private void Encode(Song song, Span<float> row)
    {
        for (var i = 0; i < song.Audio.Count; i++)
            row[i] = (float)song.Audio[i];
        if (set is not FeatureSet.Audio)
        {
            if (columnOf.TryGetValue(Genre(song), out var genre))
                row[genre] = 1;
            if (columnOf.TryGetValue(Subgenre(song), out var subgenre))
                row[subgenre] = 1;
        }

        if (set is FeatureSet.All)
            EncodeRelease(song.Released, row[^ReleaseNames.Length..]);
    }

    /// <summary>Seasons of the northern hemisphere, winter being December to February; all 0 where the month is unknown.</summary>
    private static void EncodeRelease(ReleaseDate? released, Span<float> row)
    {
        row[0] = released?.Year ?? float.NaN;
        row[1] = released?.Month ?? float.NaN;
        if (released?.Month is { } month)
            row[2 + (month % 12 / 3)] = 1;
    }
}
