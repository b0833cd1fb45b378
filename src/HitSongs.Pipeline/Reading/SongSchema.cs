namespace HitSongs.Pipeline.Reading;

/// <summary>The columns by which a data set is recognised and read. A further public data set is one more entry in <see cref="KnownSchemas"/>.</summary>
/// <param name="Name">The data set's public name.</param>
/// <param name="HitThreshold">Popularity from which a song counts as a hit; of no use where the files have a column of hits.</param>
/// <param name="Columns">Column names; a data set to learn from may lack any but a label (popularity or hit).</param>
/// <param name="Audio">Column names by position of <see cref="AudioFeature"/>; null for a feature that the files do not have.</param>
internal sealed record SongSchema(string Name, double HitThreshold, IReadOnlyDictionary<SongColumn, string> Columns, IReadOnlyList<string?> Audio)
{
    /// <summary>Separator between several artists of a song.</summary>
    public char ArtistSeparator { get; init; } = ',';

    /// <summary>Prefix to cut off a track id, such as "spotify:track:".</summary>
    public string TrackIdPrefix { get; init; } = "";

    /// <summary>Whether a line names a column of this schema.</summary>
    public bool IsNamedBy(CsvHeader header) => Required.Any(header.Has);

    /// <summary>Whether the files tell what is to be predicted.</summary>
    public bool HasLabels => Columns.ContainsKey(SongColumn.Popularity) || Columns.ContainsKey(SongColumn.Hit);

    /// <summary>The same for songs to predict: without popularity and hits, and without the playlist, which knows them.</summary>
    public SongSchema WithoutLabels() => this with
    {
        Columns = Columns.Where(column => column.Key is not (SongColumn.Popularity or SongColumn.Hit or SongColumn.PlaylistId)).ToDictionary(),
    };

    public string? this[SongColumn column] => Columns.GetValueOrDefault(column);

    /// <summary>The columns that the reader needs; a file may have more.</summary>
    public IEnumerable<string> Required => [.. Columns.Values, .. Audio.OfType<string>()];

    public List<string> Missing(CsvHeader header) => Required.Where(column => !header.Has(column)).ToList();
}
