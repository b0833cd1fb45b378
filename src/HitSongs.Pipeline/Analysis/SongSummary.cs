using System.Runtime.CompilerServices;
using HitSongs.Pipeline.Reading;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>Summary of a data set in figures: no row of it.</summary>
/// <param name="Card">What was read, removed and repaired.</param>
/// <param name="Columns">Each numeric column among all songs, among hits and among the others.</param>
/// <param name="Genres">Songs and hits by genre, most songs first.</param>
public sealed record SongSummary(DataCard Card, IReadOnlyList<ColumnSummary> Columns, IReadOnlyList<GenreCount> Genres)
{
    /// <summary>Reads and summarises files of songs without an object per song.</summary>
    /// <inheritdoc cref="SongFiles.Read"/>
    public static SongSummary OfFiles(
        IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null, DateOnly? today = null)
    {
        var (card, songs) = Read(paths, progress, mapping, today);
        return Of(card, songs);
    }

    /// <summary>A method of its own, so that nothing holds on to the texts of the files while their columns are looked at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static (DataCard Card, SongColumns Songs) Read(
        IReadOnlyList<string> paths, IProgress<ReadProgress>? progress, SongMapping? mapping, DateOnly? today)
    {
        var songs = SongFiles.ReadColumns(paths, progress, mapping, today, figuresOnly: true);
        return (songs.Card, SongColumns.Of(songs));
    }

    internal static SongSummary Of(DataCard card, SongColumns songs)
    {
        var (values, parts) = (new double[songs.Hits.Length], new double[songs.Hits.Length]);
        return new SongSummary(card, songs.Names.Select(name => Summarise(name, songs, values, parts)).ToList(), CountGenres(songs));
    }

    /// <param name="values">Room for a column, and <paramref name="parts"/> for one more: the next column takes the same.</param>
    private static ColumnSummary Summarise(string name, SongColumns songs, double[] values, double[] parts)
    {
        songs.CopyTo(name, values);
        var (hits, others, missingHits) = (0, 0, 0);
        for (var song = 0; song < values.Length; song++)
        {
            if (!double.IsFinite(values[song]))
                missingHits += songs.Hits[song] ? 1 : 0;
            else if (songs.Hits[song])
                parts[hits++] = values[song];
            else
                parts[^++others] = values[song];
        }

        Span<double> first = parts.AsSpan(0, hits), second = parts.AsSpan(parts.Length - others);
        var missing = values.Length - hits - others;
        first.Sort();
        second.Sort();
        Merge(first, second, values);
        return new ColumnSummary(
            name,
            Distribution.OfSorted(values.AsSpan(0, hits + others), missing),
            Distribution.OfSorted(first, missingHits),
            Distribution.OfSorted(second, missing - missingHits));
    }

    /// <summary>Sorting all songs once more would take twice as long.</summary>
    private static void Merge(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> merged)
    {
        var (i, j) = (0, 0);
        while (i + j < first.Length + second.Length)
            merged[i + j] = j == second.Length || (i < first.Length && first[i] <= second[j]) ? first[i++] : second[j++];
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
