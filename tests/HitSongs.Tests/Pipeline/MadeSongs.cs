using HitSongs.Songs;

namespace HitSongs.Tests.Pipeline;

/// <summary>Songs for tests that need no file.</summary>
internal static class MadeSongs
{
    public static LabelledSong Labelled(string id, double popularity, string artist = "", string genre = "pop", string subgenre = "soft") =>
        new(Unlabelled(id, artist, genre, subgenre), popularity, popularity >= 68);

    public static Song Unlabelled(
        string id,
        string artist = "",
        string genre = "pop",
        string subgenre = "soft",
        ReleaseDate? released = null,
        double energy = 0.5
    )
    {
        var audio = new double[AudioColumns.Names.Count];
        audio[(int)AudioFeature.Energy] = energy;
        return new Song
        {
            TrackId = id,
            Name = $"Song {id}",
            Artists = artist.Length > 0 ? artist : $"Artist {id}",
            PrimaryArtist = artist.Length > 0 ? artist : $"Artist {id}",
            Album = "Album",
            Genre = genre,
            Subgenre = subgenre,
            Released = released,
            Audio = audio,
        };
    }
}
