using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>The rows of one file by column, read and not yet judged: about 160 bytes per row, whatever its text.</summary>
internal sealed class SongRows
{
    private readonly List<double>[] audio = Enumerable.Range(0, AudioColumns.Names.Count).Select(_ => new List<double>()).ToArray();

    public int Count => Lines.Count;

    /// <summary>Line on which each row starts.</summary>
    public List<int> Lines { get; } = [];

    /// <summary><see cref="double.NaN"/> where a row, or the whole data set, has none.</summary>
    public List<double> Popularity { get; } = [];

    /// <summary>1 or 0 in data sets that label hits themselves; <see cref="double.NaN"/> otherwise.</summary>
    public List<double> Hit { get; } = [];

    public List<PackedDate> Released { get; } = [];

    /// <summary>Numbers of texts; −1 where the row has no track id.</summary>
    public List<int> TrackIds { get; } = [];

    public List<int> Names { get; } = [];

    public List<int> Artists { get; } = [];

    public List<int> Albums { get; } = [];

    public List<int> Genres { get; } = [];

    public List<int> Subgenres { get; } = [];

    public List<int> Playlists { get; } = [];

    /// <summary>Lines that are no song and not the header: titles before it, units below it, and itself once more.</summary>
    public List<int> OtherLines { get; } = [];

    /// <summary>Findings for readers on rows if those are used, by row.</summary>
    public List<RowFinding> Findings { get; } = [];

    /// <summary>Makes room in every column that is filled, so that it need not be copied as it grows.</summary>
    public void MakeRoom(int rows)
    {
        foreach (var column in (IReadOnlyList<List<double>>)[.. audio, Popularity, Hit])
            column.EnsureCapacity(rows);
        Released.EnsureCapacity(rows);
        foreach (var column in (IReadOnlyList<List<int>>)[Lines, TrackIds, Names, Artists, Albums, Genres, Subgenres, Playlists])
            column.EnsureCapacity(column.Count > 0 ? rows : 0);
    }

    public List<double> Audio(AudioFeature feature) => audio[(int)feature];

    public double[] AudioOf(int row)
    {
        var values = new double[audio.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = audio[i][row];
        return values;
    }
}

/// <summary>Something about a row that is counted under a reason.</summary>
internal readonly record struct RowFinding(int Row, CleaningReason Reason, string Detail);
