namespace HitSongs.Pipeline;

/// <summary>
/// Makes up songs in the form of the Spotify Music Dataset, with its traps: tracks that occur twice in a file and in both files, two
/// column orders, a row without audio, dates of a year or a month only, rows sorted by playlist.
/// </summary>
/// <remarks>Genres, levels and spreads are chosen by hand, not fitted to real songs: nothing about music can be learnt from these rows.</remarks>
public static class SongSynthesizer
{
    public const string HighFile = "high_popularity.synthetic.csv";
    public const string LowFile = "low_popularity.synthetic.csv";

    /// <summary>Fewer rows than this have no room for every trap.</summary>
    public const int FewestRows = 200;

    // Copies per row of the public files: 249, 44 and 43 of 4,830.
    private const double CopiesInHigh = 249.0 / 4830;
    private const double CopiesInLow = 44.0 / 4830;
    private const double CopiesAcross = 43.0 / 4830;

    /// <summary>Writes both files; the same rows and seed give the same bytes.</summary>
    /// <param name="directory">Made where it is missing; files of the same names are replaced.</param>
    /// <param name="rows">Data rows in both files together, <see cref="FewestRows"/> or more.</param>
    /// <param name="seed">Another seed makes other songs.</param>
    public static void Write(string directory, int rows, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, FewestRows);
        var random = new SeededRandom(seed);
        var composer = new SyntheticComposer(random);
        var inHigh = (int)Math.Round(rows * CopiesInHigh);
        var inLow = (int)Math.Round(rows * CopiesInLow);
        var across = (int)Math.Round(rows * CopiesAcross);
        var songs = Enumerable.Range(1, rows - inHigh - inLow - across).Select(composer.Compose).ToList();

        var threshold = (int)KnownSchemas.SpotifyMusicDataset.HitThreshold;
        var hits = songs.Where(song => song.Popularity >= threshold).OrderBy(song => song.Popularity).ToList();
        // A track that is in both files has exactly the popularity that divides them.
        var shared = hits.Take(across).Select(song => song with { Popularity = threshold }).ToList();
        var high = shared.Concat(hits.Skip(across)).Select(song => new SyntheticRow(song, song.Playlist)).ToList();
        var low = songs.Where(song => song.Popularity < threshold).Select(song => new SyntheticRow(song, song.Playlist)).ToList();
        SpoilDatesAndAudio(low, random);

        var popular = composer.Playlists.Where(playlist => playlist.Subgenre.Level >= threshold).ToList();
        var others = composer.Playlists.Except(popular).ToList();
        high.AddRange(Copies(high, inHigh, popular, random));
        low.AddRange(Copies(low.Where(row => row.Audible).ToList(), inLow, others, random));
        low.AddRange(shared.Select(song => new SyntheticRow(song, others[random.Below(others.Count)])));

        Directory.CreateDirectory(directory);
        SyntheticFile.Write(Path.Combine(directory, HighFile), SyntheticFile.HighOrder, high.OrderBy(row => row.Playlist.Number));
        SyntheticFile.Write(Path.Combine(directory, LowFile), SyntheticFile.LowOrder, low.OrderBy(row => row.Playlist.Number));
    }

    /// <summary>One row loses its audio, another the day of its date.</summary>
    private static void SpoilDatesAndAudio(List<SyntheticRow> rows, SeededRandom random)
    {
        var mute = random.Below(rows.Count);
        var dayless = (mute + 1 + random.Below(rows.Count - 1)) % rows.Count;
        rows[mute] = rows[mute] with { Audible = false };
        rows[dayless] = rows[dayless] with { Song = rows[dayless].Song with { Released = "1998-07" } };
    }

    private static List<SyntheticRow> Copies(List<SyntheticRow> rows, int count, List<SyntheticPlaylist> playlists, SeededRandom random)
    {
        var originals = rows.ToArray();
        random.Shuffle(originals.AsSpan());
        return originals.Take(count).Select(row => row with { Playlist = playlists[random.Below(playlists.Count)] }).ToList();
    }
}
