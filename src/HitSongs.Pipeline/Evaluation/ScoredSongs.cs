namespace HitSongs.Pipeline.Evaluation;

/// <summary>Predictions beside the truth, from the highest probability to the lowest; equal ones in the order of their ids.</summary>
/// <param name="Unit">Number of each row's unit of the bootstrap, such as its artist: 0 to <paramref name="Units"/> − 1.</param>
internal sealed record ScoredSongs(double[] Probability, bool[] Hit, double[] PredictedPopularity, double[] Popularity, int[] Unit, int Units)
{
    /// <summary>Linear models may leave 0 to 100 a little; squares of what is beyond this would only drown every other song.</summary>
    private const double LargestPopularity = 1e6;

    /// <exception cref="PredictionException">Predictions and songs do not match one to one, or a prediction is not a number in range.</exception>
    public static ScoredSongs Match(IReadOnlyList<LabelledSong> truth, IReadOnlyList<Prediction> predictions, Func<LabelledSong, string> unit)
    {
        var byId = ById(predictions);
        var pairs = new List<(LabelledSong Song, Prediction Prediction)>(truth.Count);
        foreach (var song in truth.OrderBy(t => t.Song.TrackId, StringComparer.Ordinal))
        {
            if (!byId.Remove(song.Song.TrackId, out var prediction))
                throw new PredictionException(song.Song.TrackId, "there is none; every song that was asked for needs one");
            Check(prediction);
            pairs.Add((song, prediction));
        }

        if (byId.Count > 0)
            throw new PredictionException(byId.Keys.Min(StringComparer.Ordinal)!, "no such song was asked for");

        // The sort is stable, so the result does not depend on the order in which songs or predictions were handed in.
        var rows = pairs.OrderByDescending(pair => pair.Prediction.HitProbability).ToList();
        var units = rows.Select(row => unit(row.Song)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((key, number) => (key, number)).ToDictionary(u => u.key, u => u.number, StringComparer.Ordinal);
        return new ScoredSongs(
            rows.Select(row => row.Prediction.HitProbability).ToArray(),
            rows.Select(row => row.Song.Hit).ToArray(),
            rows.Select(row => row.Prediction.Popularity).ToArray(),
            rows.Select(row => row.Song.Popularity).ToArray(),
            rows.Select(row => units[unit(row.Song)]).ToArray(),
            units.Count);
    }

    private static Dictionary<string, Prediction> ById(IReadOnlyList<Prediction> predictions)
    {
        var byId = new Dictionary<string, Prediction>(predictions.Count, StringComparer.Ordinal);
        foreach (var prediction in predictions)
        {
            if (string.IsNullOrEmpty(prediction?.TrackId))
                throw new PredictionException("", "it names no track");
            if (!byId.TryAdd(prediction.TrackId, prediction))
                throw new PredictionException(prediction.TrackId, "there are several; every song needs exactly one");
        }

        return byId;
    }

    private static void Check(Prediction prediction)
    {
        if (!double.IsFinite(prediction.Popularity))
            throw new PredictionException(prediction.TrackId, $"the popularity {prediction.Popularity} is not a finite number");
        if (Math.Abs(prediction.Popularity) > LargestPopularity)
            throw new PredictionException(prediction.TrackId, $"the popularity {prediction.Popularity} is far outside 0 to 100");
        if (!double.IsFinite(prediction.HitProbability))
            throw new PredictionException(prediction.TrackId, $"the hit probability {prediction.HitProbability} is not a finite number");
        if (prediction.HitProbability is < 0 or > 1)
            throw new PredictionException(prediction.TrackId, $"the hit probability {prediction.HitProbability} is not between 0 and 1");
    }
}
