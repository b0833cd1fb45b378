namespace HitSongs.Pipeline.Splits;

/// <summary>Divides songs so that no primary artist is on both sides.</summary>
public static class ArtistFolds
{
    /// <inheritdoc cref="GroupFolds.Make"/>
    /// <param name="songs">Songs with unique track ids.</param>
    /// <param name="k">2 or more, at most the number of primary artists.</param>
    /// <param name="seed">Seed of the division and of the shuffling.</param>
    /// <exception cref="ArgumentException">There are fewer than <paramref name="k"/> primary artists.</exception>
    public static IReadOnlyList<Fold> Make(IReadOnlyList<LabelledSong> songs, int k, int seed) =>
        GroupFolds.Make(songs, song => song.Song.PrimaryArtist, "primary artists", k, seed);
}
