namespace HitSongs.Pipeline.Songs;

/// <summary>The part of a data set that an analysis is given: drawn anew for every run, so that numbers known beforehand are not those of its songs.</summary>
public static class DrawnSongs
{
    /// <summary>Of a genre's artists, at least so many: genres differ so much that another mixture of them has other figures.</summary>
    private const double LeastShare = 0.4;

    /// <param name="seed">The same songs and seed give the same part.</param>
    /// <returns>Of each genre a drawn share of the artists, 40 to 100 %, with all their songs, in the order of the songs.</returns>
    public static IReadOnlyList<LabelledSong> Of(IReadOnlyList<LabelledSong> songs, int seed)
    {
        var random = new SeededRandom(seed);
        var shares = songs.Select(song => song.Song.Genre).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ToDictionary(genre => genre, _ => LeastShare + ((1 - LeastShare) * random.Uniform()), StringComparer.Ordinal);
        var drawn = songs.DistinctBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal).OrderBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal)
            .Where(song => random.Uniform() < shares[song.Song.Genre]).Select(song => song.Song.PrimaryArtist).ToHashSet(StringComparer.Ordinal);
        return PopularityStandIn.Of([.. songs.Where(song => drawn.Contains(song.Song.PrimaryArtist))]);
    }
}
