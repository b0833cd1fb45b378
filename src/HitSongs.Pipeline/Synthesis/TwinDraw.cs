namespace HitSongs.Pipeline.Synthesis;

/// <summary>Synthetic songs without a detour through files, and without the traps that files have.</summary>
internal static class TwinDraw
{
    public static IReadOnlyList<LabelledSong> Songs(TwinParameters parameters, int count, int seed) =>
        new TwinSampler(parameters, new SeededRandom(seed)).Draw(count)
            .Select(song => new LabelledSong(
                new Song
                {
                    TrackId = SyntheticFile.Id(song),
                    Name = "",
                    Artists = song.Artists,
                    PrimaryArtist = song.Artists.Split(',')[0],
                    Album = "",
                    Genre = song.Playlist.Genre,
                    Subgenre = song.Playlist.Subgenre,
                    Released = new ReleaseDate(int.Parse(song.Released.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), null, null),
                    Audio = song.Audio,
                },
                song.Popularity,
                song.Hit))
            .ToList();
}
