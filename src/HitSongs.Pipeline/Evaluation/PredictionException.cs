namespace HitSongs.Pipeline.Evaluation;

/// <summary>Predictions do not fit the songs they are for: the fault of the model that made them, told in one line.</summary>
public sealed class PredictionException : Exception
{
    private const int LongestId = 60;

    public PredictionException(string trackId, string problem)
        : base($"Prediction for track '{OneLine(trackId)}': {problem}.")
    {
        TrackId = trackId;
    }

    /// <summary>The track concerned, as the model named it.</summary>
    public string TrackId { get; }

    /// <summary>An id that a model made up may hold anything; the message stays one short line.</summary>
    private static string OneLine(string id)
    {
        var shown = id.Length > LongestId ? string.Concat(id.AsSpan(0, LongestId), "…") : id;
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
