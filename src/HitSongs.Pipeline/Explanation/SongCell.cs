namespace HitSongs.Pipeline.Explanation;

/// <summary>Genre and subgenre together: in the public files the playlist that a song was collected from, by one or two exceptions.</summary>
internal static class SongCell
{
    public static string Of(Song song) => $"{song.Genre}/{song.Subgenre}";
}
