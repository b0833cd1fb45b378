namespace HitSongs.Pipeline;

/// <summary>Predictions do not fit the songs they are for: the fault of the model that made them, told in one line.</summary>
public sealed class PredictionException : Exception
{
    public PredictionException(string trackId, string problem)
        : base($"Prediction for track '{trackId}': {problem}.")
    {
        TrackId = trackId;
    }

    /// <summary>The first track concerned, in ordinal order of ids.</summary>
    public string TrackId { get; }
}
