namespace HitSongs.Pipeline.Songs;

/// <summary>Files may have hits and no popularity.</summary>
public static class PopularityStandIn
{
    /// <summary>Songs to learn from: as they are, or where none has a popularity, with 100 for a hit and 0 for another song. Metrics are never computed
    /// from these.</summary>
    public static IReadOnlyList<LabelledSong> Of(IReadOnlyList<LabelledSong> songs) =>
        songs.All(song => double.IsNaN(song.Popularity)) ? [.. songs.Select(song => song with { Popularity = song.Hit ? 100 : 0 })] : songs;
}
