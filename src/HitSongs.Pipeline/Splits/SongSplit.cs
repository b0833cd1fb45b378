using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Splits;

/// <summary>Overlap allowed between a test song and training songs.</summary>
public enum SplitKind
{
    /// <summary>Anything: songs are drawn one by one. Only to tell what a model owes to artists that it knows.</summary>
    Random,

    /// <summary>No first artist; a song with guests counts as its first artist's, as in grading.</summary>
    Artist,

    /// <summary>Not the playlist it was collected from.</summary>
    Playlist,

    /// <summary>Nothing after its release: training songs are older.</summary>
    Time,
}

/// <summary>Divides a data set into folds.</summary>
public static class SongSplit
{
    /// <summary>Folds of one kind; the same data and seed give the same folds.</summary>
    /// <param name="k">2 or more.</param>
    /// <param name="seed">Seed of the division; of no effect for <see cref="SplitKind.Time"/>.</param>
    /// <exception cref="ArgumentException">The songs cannot be divided so; the message says why.</exception>
    public static IReadOnlyList<Fold> Make(SongData data, SplitKind kind, int k, int seed) => kind switch
    {
        SplitKind.Time => TimeFolds.Make(data.Songs, k),
        SplitKind.Artist => ArtistFolds.Make(data.Songs, k, seed),
        SplitKind.Playlist => GroupFolds.Make(data.Songs, Unit(data, kind), "playlists", k, seed),
        _ => GroupFolds.Make(data.Songs, Unit(data, kind), "songs", k, seed),
    };

    /// <summary>
    /// What is drawn when asking how far a metric would move with other songs: whole playlists where those were kept apart,
    /// otherwise whole primary artists, whose songs are not independent.
    /// </summary>
    /// <returns>For each song the key of its unit. It must reach no model: a playlist knows the label.</returns>
    public static Func<LabelledSong, string> ResamplingUnit(SongData data, SplitKind kind) =>
        kind is SplitKind.Playlist ? Unit(data, kind) : song => song.Song.PrimaryArtist;

    private static Func<LabelledSong, string> Unit(SongData data, SplitKind kind) => kind is not SplitKind.Playlist
        ? song => song.Song.TrackId
        : song => data.Playlists.TryGetValue(song.Song.TrackId, out var playlist) && playlist.Length > 0
            ? playlist
            : throw new ArgumentException("The songs cannot be divided by playlist: their files do not name one for every song.", nameof(data));
}
