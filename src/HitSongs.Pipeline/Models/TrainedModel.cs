using System.Text.Json.Nodes;

namespace HitSongs.Pipeline.Models;

/// <summary>A model of both targets that can be saved. Predicting is not safe on several threads at once.</summary>
public abstract class TrainedModel : ISongModel
{
    public abstract IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs);

    /// <summary>The name of its class in model files.</summary>
    internal abstract string Kind { get; }

    /// <summary>The model as a part of a model file: its kind, and what that kind has saved.</summary>
    internal JsonObject Save() => new() { ["kind"] = Kind, ["state"] = State() };

    /// <summary>All that prediction needs; the same model gives the same bytes.</summary>
    private protected abstract JsonObject State();

    /// <summary>Predictions in the order of the songs, with popularities kept within 0 to 100 and probabilities within 0 to 1.</summary>
    internal static IReadOnlyList<Prediction> Pair(IReadOnlyList<Song> songs, IReadOnlyList<double> popularities, IReadOnlyList<double> probabilities) =>
        songs.Select((song, i) => new Prediction(song.TrackId, Math.Clamp(popularities[i], 0, 100), Math.Clamp(probabilities[i], 0, 1))).ToList();
}
