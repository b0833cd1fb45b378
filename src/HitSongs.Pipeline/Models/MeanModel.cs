namespace HitSongs.Pipeline;

/// <summary>The trivial model: mean popularity and share of hits of the training songs, for every song.</summary>
public sealed class MeanModel : ISongModel
{
    private readonly double popularity;
    private readonly double hitShare;

    private MeanModel(double popularity, double hitShare)
    {
        this.popularity = popularity;
        this.hitShare = hitShare;
    }

    /// <exception cref="ArgumentException">There are no songs.</exception>
    public static MeanModel Train(IReadOnlyList<LabelledSong> songs)
    {
        if (songs.Count == 0)
            throw new ArgumentException("There are no songs to learn from.", nameof(songs));
        return new MeanModel(songs.Average(song => song.Popularity), songs.Average(song => song.Hit ? 1.0 : 0.0));
    }

    public IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs) =>
        songs.Select(song => new Prediction(song.TrackId, popularity, hitShare)).ToList();
}
