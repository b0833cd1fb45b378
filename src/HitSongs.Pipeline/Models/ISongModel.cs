namespace HitSongs.Pipeline.Models;

/// <summary>A trained model of both targets.</summary>
public interface ISongModel
{
    /// <summary>One prediction for each song, whatever the order.</summary>
    IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs);
}
