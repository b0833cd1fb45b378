namespace HitSongs.Pipeline.Synthesis;

/// <summary>How songs spread over artists, and how alike the songs of one artist are.</summary>
internal static class TwinArtistFit
{
    /// <summary>Larger artists are counted as this many songs: one artist with very many songs is known by the number.</summary>
    private const int LargestSize = 20;

    /// <param name="songs">Of which every one has a primary artist, or none.</param>
    /// <param name="residuals">By song: popularity that genre and audio do not explain.</param>
    public static TwinArtists Of(List<LabelledSong> songs, double[] residuals)
    {
        var artists = songs.Select((song, i) => (song.Song.PrimaryArtist, Residual: residuals[i])).GroupBy(pair => pair.PrimaryArtist, pair => pair.Residual, StringComparer.Ordinal)
            .Select(artist => artist.ToList()).ToList();
        var sizes = new int[LargestSize];
        foreach (var artist in artists)
            sizes[Math.Min(artist.Count, LargestSize) - 1]++;
        var guests = (double)songs.Count(song => song.Song.Artists.Contains(',', StringComparison.Ordinal)) / songs.Count;
        return new TwinArtists(sizes, Digits.Round(Likeness(artists.Where(artist => artist.Count > 1).ToList()), 2), Digits.Round(guests, 2));
    }

    /// <summary>Intraclass correlation by analysis of variance, 0 to 0.9.</summary>
    private static double Likeness(List<List<double>> artists)
    {
        double n = artists.Sum(artist => artist.Count);
        if (artists.Count < 2 || n <= artists.Count)
            return 0;
        var mean = artists.Sum(artist => artist.Sum()) / n;
        var between = artists.Sum(artist => artist.Count * Math.Pow(artist.Average() - mean, 2)) / (artists.Count - 1);
        var within = artists.Sum(artist => artist.Sum(value => Math.Pow(value - artist.Average(), 2))) / (n - artists.Count);
        var size = (n - (artists.Sum(artist => (double)artist.Count * artist.Count) / n)) / (artists.Count - 1);
        return between + within == 0 ? 0 : Math.Clamp((between - within) / (between + ((size - 1) * within)), 0, 0.9);
    }
}
