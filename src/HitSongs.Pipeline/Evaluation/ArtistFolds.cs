namespace HitSongs.Pipeline;

/// <summary>One way to divide songs: what a model learns from, and what it is asked.</summary>
/// <param name="Number">0 to k − 1.</param>
public sealed record Fold(int Number, IReadOnlyList<LabelledSong> Training, IReadOnlyList<LabelledSong> Test);

/// <summary>Divides songs so that no primary artist is on both sides.</summary>
public static class ArtistFolds
{
    /// <summary>
    /// Makes <paramref name="k"/> folds whose test parts are disjoint and together all songs, about equal in songs and hits. Rows are
    /// shuffled, because the public files are sorted by label: predictions that slip by one row would otherwise look right.
    /// The same songs and seed give the same folds, whatever the order of the songs.
    /// </summary>
    /// <param name="songs">Songs with unique track ids.</param>
    /// <param name="k">2 or more, at most the number of primary artists.</param>
    /// <param name="seed">Seed of the division and of the shuffling.</param>
    /// <exception cref="ArgumentException">There are fewer than <paramref name="k"/> primary artists.</exception>
    public static IReadOnlyList<Fold> Make(IReadOnlyList<LabelledSong> songs, int k, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        var random = new SeededRandom(seed);
        var rows = songs.OrderBy(song => song.Song.TrackId, StringComparer.Ordinal).ToArray();
        random.Shuffle(rows.AsSpan());
        var artists = rows.GroupBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal).Select(artist => artist.ToList()).ToList();
        if (artists.Count < k)
            throw new ArgumentException($"{artists.Count} primary artists cannot be divided into {k} folds.", nameof(songs));

        var foldOf = Divide(artists, k);
        return Enumerable.Range(0, k)
            .Select(fold => new Fold(
                fold,
                rows.Where(song => foldOf[song.Song.PrimaryArtist] != fold).ToList(),
                rows.Where(song => foldOf[song.Song.PrimaryArtist] == fold).ToList()))
            .ToList();
    }

    /// <summary>Artists with many songs first, each to the fold that is then the least full; a hit weighs as much as its rarity.</summary>
    private static Dictionary<string, int> Divide(List<List<LabelledSong>> artists, int k)
    {
        double songs = Math.Max(1, artists.Sum(artist => artist.Count));
        double hits = Math.Max(1, artists.Sum(artist => artist.Count(song => song.Hit)));
        var rows = new double[k];
        var hitRows = new double[k];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var artist in artists.OrderByDescending(artist => artist.Count))
        {
            var artistHits = artist.Count(song => song.Hit);
            // An empty fold comes first, so that none stays empty.
            var fold = Enumerable.Range(0, k).MinBy(f => rows[f] == 0
                ? -1
                : Fullness(rows[f] + artist.Count, hitRows[f] + artistHits) - Fullness(rows[f], hitRows[f]));
            rows[fold] += artist.Count;
            hitRows[fold] += artistHits;
            foldOf[artist[0].Song.PrimaryArtist] = fold;
        }

        return foldOf;

        double Fullness(double r, double h) => Math.Pow(r / songs, 2) + Math.Pow(h / hits, 2);
    }
}
