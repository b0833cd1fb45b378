using HitSongs.Pipeline;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>The trees of one fold, and what they say of its test songs.</summary>
internal sealed class TrainedFold
{
    private static readonly XGBoostParameters Hits = new(XGBoostObjective.Logistic) { Rounds = 400, Seed = 0 };

    private readonly XGBoostModel hit;
    private readonly FeatureMatrix rows;
    private readonly bool[] hits;
    private readonly double area;
    private readonly Random random = new(0);

    public TrainedFold(IReadOnlyList<LabelledSong> songs, int[] foldOf, int fold, FeatureEncoder encoder)
    {
        var training = songs.Where((_, i) => foldOf[i] != fold).ToList();
        Test = [.. songs.Where((_, i) => foldOf[i] == fold)];
        var matrix = encoder.Encode(training.ConvertAll(song => song.Song));
        hit = XGBoost.Train(matrix, training.Select(song => song.Hit ? 1f : 0f).ToArray(), Hits);
        using var popularity = XGBoost.Train(matrix, training.Select(song => (float)song.Popularity).ToArray(), Hits with { Objective = XGBoostObjective.SquaredError });
        rows = encoder.Encode([.. Test.Select(song => song.Song)]);
        hits = [.. Test.Select(song => song.Hit)];
        var probabilities = hit.Predict(rows);
        var popularities = popularity.Predict(rows);
        area = Area(probabilities);
        Predictions = [.. Test.Select((song, i) => new Prediction(song.Song.TrackId, popularities[i], probabilities[i]))];
    }

    public IReadOnlyList<LabelledSong> Test { get; }

    public IReadOnlyList<Prediction> Predictions { get; }

    /// <summary>How much the area under the ROC curve falls, on average, when some columns are shuffled together among the test songs.</summary>
    public double Drop(IReadOnlyList<int> columns, int times)
    {
        double sum = 0;
        for (var time = 0; time < times; time++)
        {
            var order = Enumerable.Range(0, rows.Rows).ToArray();
            random.Shuffle(order);
            var shuffled = rows.Values.ToArray();
            for (var row = 0; row < rows.Rows; row++)
            {
                foreach (var column in columns)
                    shuffled[(row * rows.Columns) + column] = rows[order[row], column];
            }

            sum += area - Area(hit.Predict(rows with { Values = shuffled }));
        }

        return sum / times;
    }

    private double Area(float[] probabilities) => HitMetrics.AreaUnderRocCurve(Array.ConvertAll(probabilities, p => (double)p), hits);
}
