using System.Runtime.CompilerServices;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>What a data set holds, in figures: no row of it.</summary>
/// <param name="Card">What was read, removed and repaired.</param>
/// <param name="Columns">Each numeric column among all songs, among hits and among the others.</param>
/// <param name="Genres">Songs and hits by genre, most songs first.</param>
public sealed record SongSummary(DataCard Card, IReadOnlyList<ColumnSummary> Columns, IReadOnlyList<GenreCount> Genres)
{
    /// <summary>Reads and summarises files of songs without an object per song.</summary>
    /// <inheritdoc cref="SongFiles.Read"/>
    public static SongSummary OfFiles(IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null)
    {
        var (card, songs) = Read(paths, progress, mapping);
        return Of(card, songs);
    }

    /// <summary>A method of its own, so that nothing holds on to the texts of the files while their columns are looked at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static (DataCard Card, SongColumns Songs) Read(IReadOnlyList<string> paths, IProgress<ReadProgress>? progress, SongMapping? mapping)
    {
        var songs = SongFiles.ReadColumns(paths, progress, mapping, figuresOnly: true);
        return (songs.Card, SongColumns.Of(songs));
    }

    internal static SongSummary Of(DataCard card, SongColumns songs)
    {
        var (sorted, values) = (new SortedColumn(songs.Hits), new double[songs.Hits.Length]);
        return new SongSummary(card, songs.Names.Select(name => Summarise(name, songs, values, sorted)).ToList(), CountGenres(songs));
    }

    private static ColumnSummary Summarise(string name, SongColumns songs, double[] values, SortedColumn sorted)
    {
        songs.CopyTo(name, values);
        sorted.Sort(values);
        return new ColumnSummary(
            name,
            Distribution.OfSorted(sorted.All, sorted.MissingHits + sorted.MissingOthers),
            Distribution.OfSorted(sorted.Hits, sorted.MissingHits),
            Distribution.OfSorted(sorted.Others, sorted.MissingOthers));
    }

    private static List<GenreCount> CountGenres(SongColumns songs)
    {
        var (counts, hits) = (new int[songs.GenreNames.Count], new int[songs.GenreNames.Count]);
        for (var i = 0; i < songs.Genres.Length; i++)
        {
            counts[songs.Genres[i]]++;
            hits[songs.Genres[i]] += songs.Hits[i] ? 1 : 0;
        }

        return songs.GenreNames.Select((name, i) => new GenreCount(name, counts[i], hits[i]))
            .Where(genre => genre.Songs > 0)
            .OrderByDescending(genre => genre.Songs)
            .ThenBy(genre => genre.Genre, StringComparer.Ordinal)
            .ToList();
    }
}

/// <summary>One numeric column.</summary>
public sealed record ColumnSummary(string Column, Distribution All, Distribution Hits, Distribution Others);
