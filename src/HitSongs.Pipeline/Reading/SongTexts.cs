namespace HitSongs.Pipeline.Reading;

/// <summary>The texts of all files of a data set, each kept once.</summary>
internal sealed class SongTexts
{
    public Utf8Names TrackIds { get; } = new();

    public Utf8Names Names { get; } = new();

    public Utf8Names Artists { get; } = new();

    public Utf8Names Albums { get; } = new();

    public Utf8Names Genres { get; } = new();

    public Utf8Names Subgenres { get; } = new();

    public Utf8Names Playlists { get; } = new();
}
