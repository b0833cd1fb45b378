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

    public TrainedFold(IReadOnlyList<LabelledSong> songs, int[] foldOf, int fold, FeatureEncoder encoder)
    {
        var training = songs.Where((_, i) => foldOf[i] != fold).ToList();
        Test = [.. songs.Where((_, i) => foldOf[i] == fold)];
        var matrix = encoder.Encode(training.ConvertAll(song => song.Song));
        var models = XGBoost.TrainEach(
            matrix,
            [
                (training.Select(song => song.Hit ? 1f : 0f).ToArray(), Hits),
                (training.Select(song => (float)song.Popularity).ToArray(), Hits with { Objective = XGBoostObjective.SquaredError }),
            ]);
        hit = models[0];
        using var popularity = models[1];
        rows = encoder.Encode([.. Test.Select(song => song.Song)]);
        hits = [.. Test.Select(song => song.Hit)];
        var probabilities = hit.Predict(rows);
        var popularities = popularity.Predict(rows);
        area = Area(probabilities);
        Predictions = [.. Test.Select((song, i) => new Prediction(song.Song.TrackId, popularities[i], probabilities[i]))];
    }

    public IReadOnlyList<LabelledSong> Test { get; }

    public IReadOnlyList<Prediction> Predictions { get; }

    /// <summary>How much the area under the ROC curve falls, on average, when some columns are shuffled together among the test songs; one number per group of columns.</summary>
    public double[] Drops(IReadOnlyList<IReadOnlyList<int>> groups, int times)
    {
        var random = new Random(0);
        ColumnExchange[] exchanges = [.. groups.Select(columns => new ColumnExchange(columns, [.. Enumerable.Range(0, times).Select(_ => Order(random))]))];
        return [.. hit.Predict(rows, rows, exchanges).Select(shuffled => shuffled.Average(probabilities => area - Area(probabilities)))];
    }

    private int[] Order(Random random)
    {
        var order = Enumerable.Range(0, rows.Rows).ToArray();
        random.Shuffle(order);
        return order;
    }

    private double Area(float[] probabilities) => HitMetrics.AreaUnderRocCurve(Array.ConvertAll(probabilities, p => (double)p), hits);
}
