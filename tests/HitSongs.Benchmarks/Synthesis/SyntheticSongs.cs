using HitSongs.Pipeline;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Songs;
using MathNet.Numerics.Distributions;

namespace HitSongs.Benchmarks.Synthesis;

/// <summary>Draws made-up songs that are like real ones in figures: features by a copula within each genre, labels by linear models of genre and audio,
/// artists by their sizes.</summary>
internal sealed class SyntheticSongs
{
    private const int SmallestGenre = 25;
    private const int SmallestSubgenre = 10;
    private const string Other = "other";

    /// <summary>Share of the variance between songs of one genre that lies between artists; from an analysis of variance of the public songs.</summary>
    private const double ArtistShare = 0.36;

    private static readonly LinearRecipe Labels = new()
    {
        HitNumberPenalty = 1,
        HitCategoryPenalty = 0.15,
        PopularityNumberPenalty = 5,
        PopularityCategoryPenalty = 1,
    };

    private readonly List<LabelledSong> real;
    private readonly Dictionary<string, GenreCopula> genres;
    private readonly TrainedModel hit;
    private readonly Dictionary<bool, (TrainedModel Model, double Deviation, double Low, double High)> popularity;
    private readonly int[] artistSizes;

    /// <param name="songs">Real ones; those that lack a feature or a date are left out.</param>
    public SyntheticSongs(IReadOnlyList<LabelledSong> songs)
    {
        real = Grouped([.. songs.Where(song => song.Song.Released is not null && song.Song.Audio.All(double.IsFinite))]);
        genres = real.GroupBy(song => song.Song.Genre, StringComparer.Ordinal)
            .ToDictionary(genre => genre.Key, genre => new GenreCopula([.. genre]), StringComparer.Ordinal);
        hit = Labels.Train(real, FeatureSet.AudioAndGenre, seed: 1);
        popularity = new[] { true, false }.ToDictionary(label => label, label => PopularityOf(real.FindAll(song => song.Hit == label)));
        artistSizes = [.. real.CountBy(song => song.Song.PrimaryArtist, StringComparer.Ordinal).Select(artist => artist.Value)];
    }

    public IReadOnlyList<LabelledSong> Draw(int count, int seed)
    {
        var random = new SeededRandom(seed);
        var artists = new Artists(artistSizes, random);
        List<(Song Song, double Artist)> drawn = [.. Enumerable.Range(0, count).Select(number => Draw(number, artists, random))];
        var predicted = hit.Predict(drawn.ConvertAll(pair => pair.Song));
        // Noise of artists must not wash out what the model says: the logits are stretched by as much as it adds.
        var spread = Math.Sqrt(ArtistShare / (1 - ArtistShare)) * Math.PI / Math.Sqrt(3);
        var stretch = Math.Sqrt(1 + (3 * spread * spread / (Math.PI * Math.PI)));
        var hits = predicted
            .Select(
                (p, i) =>
                    random.Uniform() < RegularizedRegression.Sigmoid((stretch * RegularizedRegression.Logit(p.HitProbability)) + (spread * drawn[i].Artist))
            )
            .ToList();
        return [.. drawn.Select((pair, i) => new LabelledSong(pair.Song, Popularity(pair.Song, hits[i], random), hits[i]))];
    }

    private (Song Song, double Artist) Draw(int number, Artists artists, SeededRandom random)
    {
        var cell = real[random.Below(real.Count)].Song;
        var (audio, year) = genres[cell.Genre].Draw(cell.Subgenre, random);
        var (artist, effect) = artists.Next(cell.Genre);
        // Month and day are those of some song; mostly they tell that only the year is known, or a placeholder.
        var date = real[random.Below(real.Count)].Song.Released!;
        return (new Song
        {
            TrackId = $"synthetic{number:000000}",
            Name = $"Synthetic song {number}",
            Album = $"Synthetic album {number}",
            Artists = artist,
            PrimaryArtist = artist,
            Genre = cell.Genre,
            Subgenre = cell.Subgenre,
            Released = date with { Year = year, Day = date.Day is { } day ? Math.Min(day, 28) : null },
            Audio = audio,
        }, effect);
    }

    private double Popularity(Song song, bool isHit, SeededRandom random)
    {
        var (model, deviation, low, high) = popularity[isHit];
        var mean = model.Predict([song])[0].Popularity;
        var (from, to) = (Normal.CDF(mean, deviation, low - 0.5), Normal.CDF(mean, deviation, high + 0.5));
        return Math.Clamp(Math.Round(Normal.InvCDF(mean, deviation, Math.Clamp(from + (random.Uniform() * (to - from)), 1e-9, 1 - 1e-9))), low, high);
    }

    private static (TrainedModel Model, double Deviation, double Low, double High) PopularityOf(List<LabelledSong> songs)
    {
        var model = Labels.Train(songs, FeatureSet.AudioAndGenre, seed: 1);
        var predicted = model.Predict(songs.ConvertAll(song => song.Song));
        return (
            model,
            Math.Sqrt(songs.Zip(predicted, (song, p) => Math.Pow(song.Popularity - p.Popularity, 2)).Average()),
            songs.Min(song => song.Popularity),
            songs.Max(song => song.Popularity)
        );
    }

    /// <summary>Puts small genres and subgenres together, so that no figure is of a few songs.</summary>
    private static List<LabelledSong> Grouped(List<LabelledSong> songs)
    {
        var byGenre = songs.CountBy(song => song.Song.Genre, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var bySubgenre = songs.CountBy(song => (song.Song.Genre, song.Song.Subgenre)).ToDictionary();
        return songs.ConvertAll(song => song with
        {
            Song = song.Song with
            {
                Genre = byGenre[song.Song.Genre] < SmallestGenre ? Other : song.Song.Genre,
                Subgenre = bySubgenre[(song.Song.Genre, song.Song.Subgenre)] < SmallestSubgenre ? Other : song.Song.Subgenre,
            },
        });
    }

    /// <summary>Gives songs to artists of one genre each, who have as many songs as real ones.</summary>
    private sealed class Artists(int[] sizes, SeededRandom random)
    {
        private readonly Dictionary<string, (string Name, double Effect, int Left)> current = new(StringComparer.Ordinal);
        private int count;

        public (string Name, double Effect) Next(string genre)
        {
            if (!current.TryGetValue(genre, out var artist) || artist.Left == 0)
                artist = ($"Synthetic artist {++count}", random.Normal(), sizes[random.Below(sizes.Length)]);
            current[genre] = artist with { Left = artist.Left - 1 };
            return (artist.Name, artist.Effect);
        }
    }
}
