namespace HitSongs.Pipeline;

/// <summary>Both targets by gradient-boosted trees: the popularity of a song and the probability that it is a hit.</summary>
public sealed class HitSongModel : ISongModel, IDisposable
{
    private readonly FeatureEncoder encoder;
    private readonly XGBoostModel popularity;
    private readonly XGBoostModel hit;

    private HitSongModel(FeatureEncoder encoder, XGBoostModel popularity, XGBoostModel hit)
    {
        this.encoder = encoder;
        this.popularity = popularity;
        this.hit = hit;
    }

    /// <summary>Trains on labelled songs; the same songs in the same order and the same seed give the same model.</summary>
    /// <param name="songs">At least one.</param>
    /// <param name="features">What the model may look at.</param>
    /// <param name="seed">Seed of the rows and columns that each tree sees.</param>
    /// <param name="threads">Threads of XGBoost; the model does not depend on it.</param>
    /// <exception cref="DllNotFoundException">libxgboost is not installed.</exception>
    public static HitSongModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet features, int seed, int threads = 1)
    {
        var columns = FeatureEncoder.Fit(songs, features);
        var matrix = columns.Encode(songs.Select(song => song.Song).ToList());
        var popularities = songs.Select(song => (float)song.Popularity).ToArray();
        var hits = songs.Select(song => song.Hit ? 1f : 0f).ToArray();
        return new HitSongModel(
            columns,
            XGBoost.Train(matrix, popularities, new XGBoostParameters(XGBoostObjective.SquaredError) { Seed = seed, Threads = threads }),
            XGBoost.Train(matrix, hits, new XGBoostParameters(XGBoostObjective.Logistic) { Seed = seed, Threads = threads }));
    }

    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var matrix = encoder.Encode(songs);
        var popularities = popularity.Predict(matrix);
        var probabilities = hit.Predict(matrix);
        return songs.Select((song, i) => new Prediction(song.TrackId, Math.Clamp(popularities[i], 0, 100), probabilities[i])).ToList();
    }

    public void Dispose()
    {
        popularity.Dispose();
        hit.Dispose();
    }
}
