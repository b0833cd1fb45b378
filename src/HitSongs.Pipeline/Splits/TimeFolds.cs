namespace HitSongs.Pipeline.Splits;

/// <summary>Divides songs by release: each fold's test songs are later than all that was learnt from.</summary>
internal static class TimeFolds
{
    /// <summary>
    /// Orders songs by release and cuts them into k + 1 parts of about the same size, songs of one date together: fold i learns from the
    /// parts up to i and is asked about the next one. Songs without a date are left out; a date that is known to the year or the month
    /// counts as its last day, for it may be that late.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than k + 1 release dates.</exception>
    public static IReadOnlyList<Fold> Make(IReadOnlyList<LabelledSong> songs, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        var dates = songs.Where(song => song.Song.Released is not null)
            .GroupBy(song => Latest(song.Song.Released!))
            .OrderBy(date => date.Key)
            .Select(date => date.OrderBy(song => song.Song.TrackId, StringComparer.Ordinal).ToList())
            .ToList();
        if (dates.Count <= k)
            throw new ArgumentException($"{dates.Count} release dates cannot be divided into {k} folds by time.", nameof(songs));

        var parts = Cut(dates, k + 1);
        return Enumerable.Range(0, k).Select(fold => new Fold(fold, parts.Take(fold + 1).SelectMany(part => part).ToList(), parts[fold + 1])).ToList();
    }

    private static int Latest(ReleaseDate date) => (((date.Year * 12) + (date.Month ?? 12)) * 31) + (date.Day ?? 31);

    private static List<List<LabelledSong>> Cut(List<List<LabelledSong>> dates, int count)
    {
        var songs = dates.Sum(date => date.Count);
        var parts = new List<List<LabelledSong>> { new() };
        var cut = 0;
        for (var i = 0; i < dates.Count; i++)
        {
            // The next part begins where this one is full, or where there are only as many dates left as parts to fill.
            var full = cut >= (double)songs * parts.Count / count || dates.Count - i <= count - parts.Count;
            if (parts[^1].Count > 0 && parts.Count < count && full)
                parts.Add([]);
            parts[^1].AddRange(dates[i]);
            cut += dates[i].Count;
        }

        return parts;
    }
}
