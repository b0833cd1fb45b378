namespace HitSongs.Pipeline.Songs;

/// <summary>The part of a data set that an analysis is given: drawn anew for every run, so that numbers known beforehand are not those of its songs.</summary>
public static class DrawnSongs
{
    private const double Share = 0.85;

    /// <param name="seed">The same songs and seed give the same part.</param>
    /// <returns>About 85 % of the artists with all their songs, in the order of the songs.</returns>
    public static IReadOnlyList<LabelledSong> Of(IReadOnlyList<LabelledSong> songs, int seed)
    {
        var random = new SeededRandom(seed);
        var drawn = songs.Select(song => song.Song.PrimaryArtist).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Where(_ => random.Uniform() < Share).ToHashSet(StringComparer.Ordinal);
        return PopularityStandIn.Of([.. songs.Where(song => drawn.Contains(song.Song.PrimaryArtist))]);
    }
}
