namespace HitSongs.Pipeline.Splits;

/// <summary>Divides songs so that no group of them is on both sides.</summary>
internal static class GroupFolds
{
    /// <summary>
    /// Makes <paramref name="k"/> folds whose test parts are disjoint and together all songs, about equal in songs and hits. Rows are
    /// shuffled, because the public files are sorted by label: predictions that slip by one row would otherwise look right.
    /// The same songs and seed give the same folds, whatever the order of the songs.
    /// </summary>
    /// <param name="group">What must stay together.</param>
    /// <param name="what">What a group is, in the plural, for the message.</param>
    /// <exception cref="ArgumentException">There are fewer than <paramref name="k"/> groups.</exception>
    public static IReadOnlyList<Fold> Make(IReadOnlyList<LabelledSong> songs, Func<LabelledSong, string> group, string what, int k, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        var random = new SeededRandom(seed);
        var rows = songs.OrderBy(song => song.Song.TrackId, StringComparer.Ordinal).ToArray();
        random.Shuffle(rows.AsSpan());
        var groups = rows.Select(group).Distinct(StringComparer.Ordinal).Count();
        if (groups < k)
            throw new ArgumentException($"{groups} {what} cannot be divided into {k} folds.", nameof(songs));

        var part = Divide(rows, group, k);
        return Enumerable.Range(0, k)
            .Select(fold => new Fold(fold, rows.Where((_, i) => part[i] != fold).ToList(), rows.Where((_, i) => part[i] == fold).ToList()))
            .ToList();
    }

    /// <summary>The fold of each song, 0 to k − 1; some stay empty where there are fewer groups.</summary>
    public static int[] Divide(IReadOnlyList<LabelledSong> songs, Func<LabelledSong, string> group, int k, int seed)
    {
        var order = SeededRandom.Shuffled(Enumerable.Range(0, songs.Count).OrderBy(i => songs[i].Song.TrackId, StringComparer.Ordinal), seed);
        var shuffled = Divide(order.Select(i => songs[i]).ToArray(), group, k);
        var part = new int[songs.Count];
        for (var i = 0; i < order.Length; i++)
            part[order[i]] = shuffled[i];
        return part;
    }

    /// <summary>Groups with many songs first, each to the fold that is then the least full; a hit weighs as much as its rarity.</summary>
    private static int[] Divide(LabelledSong[] rows, Func<LabelledSong, string> group, int k)
    {
        var groups = rows.GroupBy(group, StringComparer.Ordinal).Select(g => (g.Key, Rows: g.ToList())).ToList();
        double songs = Math.Max(1, rows.Length);
        double hits = Math.Max(1, rows.Count(song => song.Hit));
        var filled = new double[k];
        var hitRows = new double[k];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, members) in groups.OrderByDescending(g => g.Rows.Count))
        {
            var groupHits = members.Count(song => song.Hit);
            // An empty fold comes first, so that none stays empty.
            var fold = Enumerable.Range(0, k).MinBy(f => filled[f] == 0
                ? -1
                : Fullness(filled[f] + members.Count, hitRows[f] + groupHits) - Fullness(filled[f], hitRows[f]));
            filled[fold] += members.Count;
            hitRows[fold] += groupHits;
            foldOf[key] = fold;
        }

        return rows.Select(song => foldOf[group(song)]).ToArray();

        double Fullness(double r, double h) => Math.Pow(r / songs, 2) + Math.Pow(h / hits, 2);
    }
}
