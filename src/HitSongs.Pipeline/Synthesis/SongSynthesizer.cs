namespace HitSongs.Pipeline.Synthesis;

/// <summary>
/// Writes songs drawn from the figures of a twin in the form of the Spotify Music Dataset, with its traps: tracks that occur twice in a file and in
/// both files, two column orders, a row without audio, dates of a year or a month only, rows sorted by playlist, hits first.
/// </summary>
public static class SongSynthesizer
{
    public const string HighFile = "high_popularity.synthetic.csv";
    public const string LowFile = "low_popularity.synthetic.csv";

    /// <summary>Fewer rows than this have no room for every trap.</summary>
    public const int FewestRows = 200;

    public const int MostRows = 10_000_000;

    /// <summary>Writes rows; the same figures, rows and seed give the same bytes on every machine.</summary>
    /// <param name="target">A name that ends in ".csv" is one file; any other is a folder that gets <see cref="HighFile"/> and <see cref="LowFile"/>. Files are replaced.</param>
    /// <param name="parameters">From <see cref="TwinFit"/> or <see cref="TwinFile"/>.</param>
    /// <param name="rows">Data rows in all files together, <see cref="FewestRows"/> to <see cref="MostRows"/>.</param>
    /// <param name="seed">Another seed makes other songs.</param>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(string target, TwinParameters parameters, int rows, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, FewestRows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostRows);
        var (high, low) = Compose(parameters, rows, new SeededRandom(seed));
        if (target.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            if (Path.GetDirectoryName(target) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            SyntheticFile.Write(target, SyntheticFile.HighOrder, high.Concat(low));
            return [target];
        }

        Directory.CreateDirectory(target);
        string[] paths = [Path.Combine(target, HighFile), Path.Combine(target, LowFile)];
        SyntheticFile.Write(paths[0], SyntheticFile.HighOrder, high);
        SyntheticFile.Write(paths[1], SyntheticFile.LowOrder, low);
        return paths;
    }

    private static (List<SyntheticRow> High, List<SyntheticRow> Low) Compose(TwinParameters parameters, int rows, SeededRandom random)
    {
        var inHigh = (int)Math.Round(rows * parameters.Traps.RepeatedHits);
        var inLow = (int)Math.Round(rows * parameters.Traps.RepeatedOthers);
        var across = (int)Math.Round(rows * parameters.Traps.InBothFiles);
        var songs = new TwinSampler(parameters, random).Draw(rows - inHigh - inLow - across);

        var hits = songs.Where(song => song.Hit).OrderBy(song => song.Popularity).ToList();
        // A track that is in both files has exactly the popularity that divides them.
        across = Math.Min(across, hits.Count);
        var shared = hits.Take(across).Select(song => song with { Popularity = (int)Math.Ceiling(parameters.HitThreshold) }).ToList();
        var high = shared.Concat(hits.Skip(across)).Select(song => new SyntheticRow(song, song.Playlist)).ToList();
        var low = songs.Where(song => !song.Hit).Select(song => new SyntheticRow(song, song.Playlist)).ToList();
        SpoilDatesAndAudio(low, random);

        var playlistsOfHits = high.Select(row => row.Playlist).Distinct().OrderBy(playlist => playlist.Number).ToList();
        var playlistsOfOthers = low.Select(row => row.Playlist).Distinct().OrderBy(playlist => playlist.Number).ToList();
        high.AddRange(Copies(high, inHigh, playlistsOfHits, random));
        low.AddRange(shared.Select(song => new SyntheticRow(song, playlistsOfOthers[random.Below(playlistsOfOthers.Count)])));
        low.AddRange(Copies(low.Where(row => row.Audible).ToList(), rows - high.Count - low.Count, playlistsOfOthers, random));
        return (high.OrderBy(row => row.Playlist.Number).ToList(), low.OrderBy(row => row.Playlist.Number).ToList());
    }

    /// <summary>One row loses its audio, another the day of its date.</summary>
    private static void SpoilDatesAndAudio(List<SyntheticRow> rows, SeededRandom random)
    {
        if (rows.Count < 2)
            return;
        var mute = random.Below(rows.Count);
        var dayless = (mute + 1 + random.Below(rows.Count - 1)) % rows.Count;
        rows[mute] = rows[mute] with { Audible = false };
        rows[dayless] = rows[dayless] with { Song = rows[dayless].Song with { Released = $"{rows[dayless].Song.Released[..4]}-07" } };
    }

    private static List<SyntheticRow> Copies(List<SyntheticRow> rows, int count, List<SyntheticPlaylist> playlists, SeededRandom random)
    {
        var originals = rows.ToArray();
        random.Shuffle(originals.AsSpan());
        return Enumerable.Range(0, count).Select(i => originals[i % originals.Length] with { Playlist = playlists[random.Below(playlists.Count)] }).ToList();
    }
}
