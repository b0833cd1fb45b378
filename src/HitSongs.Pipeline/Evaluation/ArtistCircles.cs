namespace HitSongs.Pipeline.Evaluation;

/// <summary>Joins artists who have made a song together, and those who are joined by others: no two circles share an artist.</summary>
internal static class ArtistCircles
{
    /// <returns>For each track id the circle of its artists, named by one of them.</returns>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<LabelledSong> songs)
    {
        var joined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var song in songs)
        {
            var artists = Artists(song.Song);
            foreach (var artist in artists)
                joined[Representative(joined, artist)] = Representative(joined, artists[0]);
        }

        return songs.ToDictionary(song => song.Song.TrackId, song => Representative(joined, Artists(song.Song)[0]), StringComparer.Ordinal);
    }

    /// <summary>Everyone named; the primary artist first, whom a comma in a name may hide among the parts.</summary>
    public static List<string> Artists(Song song) =>
        [song.PrimaryArtist, .. song.Artists.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Representative(Dictionary<string, string> joined, string artist)
    {
        var root = artist;
        while (joined.TryGetValue(root, out var next) && next != root)
            root = next;
        // Shorten the way, so that long chains are walked once.
        for (var at = artist; at != root;)
        {
            var next = joined[at];
            joined[at] = root;
            at = next;
        }

        joined[root] = root;
        return root;
    }
}
