using System.Globalization;

namespace HitSongs.Pipeline;

/// <summary>Makes songs up, one after the other.</summary>
internal sealed class SyntheticComposer
{
    private const int LastYear = 2024;
    private const double MiddleLevel = 53;

    private readonly SeededRandom random;
    private readonly IReadOnlyList<SyntheticPlaylist> playlists;
    private readonly double totalWeight;
    private readonly Dictionary<string, List<int>> artistsOfGenre = new(StringComparer.Ordinal);
    private readonly List<double> artistEffects = [];

    public SyntheticComposer(SeededRandom random)
    {
        this.random = random;
        playlists = SyntheticGenres.All
            .SelectMany(genre => genre.Subgenres.Select(subgenre => (genre, subgenre)))
            .Select((cell, i) => new SyntheticPlaylist(
                i + 1, cell.genre, cell.subgenre, ((cell.subgenre.Level - MiddleLevel) / 20) + (0.5 * random.Normal())))
            .ToList();
        totalWeight = playlists.Sum(playlist => playlist.Subgenre.Weight);
    }

    public IReadOnlyList<SyntheticPlaylist> Playlists => playlists;

    public SyntheticSong Compose(int number)
    {
        var playlist = DrawPlaylist();
        var artist = DrawArtist(playlist.Genre.Name);
        var taste = random.Normal();
        // Playlists of hits are made of songs that are alike in popularity, the others less so.
        var spread = playlist.Subgenre.Level >= KnownSchemas.SpotifyMusicDataset.HitThreshold ? 7.0 : 12.0;
        var popularity = playlist.Subgenre.Level + (2 * taste) + (3 * artistEffects[artist]) + (spread * random.Normal());
        var audio = Sing(playlist, playlist.Polish + (0.5 * taste));
        return new SyntheticSong(
            number, Artists(artist, playlist.Genre.Name), playlist, (int)Math.Clamp(Math.Round(popularity), 11, 100), DrawDate(), audio);
    }

    private SyntheticPlaylist DrawPlaylist()
    {
        var target = random.Uniform() * totalWeight;
        foreach (var playlist in playlists)
        {
            target -= playlist.Subgenre.Weight;
            if (target < 0)
                return playlist;
        }

        return playlists[^1];
    }

    /// <summary>Three songs in five are by a new artist, the others by one of an earlier song of the genre: few artists have many songs.</summary>
    private int DrawArtist(string genre)
    {
        if (!artistsOfGenre.TryGetValue(genre, out var bySong))
            artistsOfGenre[genre] = bySong = [];
        var artist = bySong.Count > 0 && random.Uniform() > 0.6 ? bySong[random.Below(bySong.Count)] : NewArtist();
        bySong.Add(artist);
        return artist;
    }

    private int NewArtist()
    {
        artistEffects.Add(random.Normal());
        return artistEffects.Count - 1;
    }

    private string Artists(int artist, string genre)
    {
        var name = $"Synthetic artist {artist + 1}";
        if (random.Uniform() > 0.25)
            return name;
        var others = artistsOfGenre[genre];
        var guest = others[random.Below(others.Count)];
        return guest == artist ? name : $"{name}, Synthetic artist {guest + 1}";
    }

    private double[] Sing(SyntheticPlaylist playlist, double polish)
    {
        var genre = playlist.Genre;
        var energy = Share(genre.Energy, 0.8, 0.2 * polish);
        var instrumental = random.Uniform() < genre.Instrumental * Math.Exp(-0.7 * polish);
        return
        [
            Share(genre.Danceability, 0.6, 0.05 * polish),
            energy,
            random.Below(12),
            Math.Round(Math.Min(-14 + (10 * energy) + polish + (2.2 * random.Normal()), 1), 3),
            random.Uniform() < 0.57 ? 1 : 0,
            Share(genre.Speechiness, 0.5, 0),
            Share(genre.Acousticness, 1.1, -0.35 * polish),
            instrumental ? Share(0.85, 0.8, 0) : random.Uniform() < 0.4 ? 0 : Share(0.0005, 1.8, 0),
            Share(0.15, 0.6, 0),
            Share(genre.Valence, 0.9, 0),
            Math.Round(Math.Clamp(genre.Tempo + (25 * random.Normal()), 50, 220), 3),
            Math.Round(Math.Clamp(genre.Seconds * Math.Exp((0.06 * polish) + (0.25 * random.Normal())), 40, 900) * 1000),
            random.Uniform() switch { < 0.9 => 4, < 0.98 => 3, < 0.99 => 5, _ => 1 },
        ];
    }

    /// <summary>A number between 0 and 1 around a typical one, with the three digits that the public files have.</summary>
    private double Share(double typical, double spread, double shift)
    {
        var logit = Math.Log(typical / (1 - typical)) + shift + (spread * random.Normal());
        return double.Parse((1 / (1 + Math.Exp(-logit))).ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private string DrawDate()
    {
        var year = Math.Max(LastYear - (int)(-9 * Math.Log(1 - random.Uniform())), 1955);
        return random.Uniform() switch
        {
            < 0.028 => $"{year}",
            < 0.075 => $"{year}-01-01",
            _ => $"{year}-{random.Below(year == LastYear ? 11 : 12) + 1:00}-{random.Below(28) + 1:00}",
        };
    }
}
