namespace HitSongs.Pipeline.Features;

/// <summary>
/// All that a feature can be computed from. What could know the label is not here and cannot be asked for: no popularity, no playlist, no
/// track id, and no name of an artist, by which an artist's other songs could be counted or averaged.
/// </summary>
public readonly struct SongFacts
{
    private readonly Song song;

    private SongFacts(Song song) => this.song = song;

    public string Title => song.Name;

    public string Album => song.Album;

    public string Genre => song.Genre;

    public string Subgenre => song.Subgenre;

    public ReleaseDate? Released => song.Released;

    /// <summary>Number of named artists, 1 or more.</summary>
    public int ArtistCount => song.Artists.AsSpan().Count(',') + 1;

    /// <summary>One audio feature, <see cref="double.NaN"/> where it is missing, infinite, or too large for single precision.</summary>
    public double this[AudioFeature feature] => Math.Abs(song[feature]) <= float.MaxValue ? song[feature] : double.NaN;

    public static SongFacts Of(Song song) => new(song);
}
