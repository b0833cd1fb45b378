using HitSongs.Pipeline;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>The trees of one fold, and what they say of its test songs.</summary>
internal sealed class TrainedFold
{
    private static readonly XGBoostParameters Hits = new(XGBoostObjective.Logistic) { Rounds = 400, Seed = 0 };

    private readonly XGBoostModel hit;
    private readonly IReadOnlyList<FeatureColumn> columns;
    private readonly FeatureMatrix rows;
    private readonly bool[] hits;
    private readonly double area;

    private TrainedFold(IReadOnlyList<LabelledSong> test, IReadOnlyList<Prediction> predictions, XGBoostModel hit, IReadOnlyList<FeatureColumn> columns, FeatureMatrix rows)
    {
        (Test, Predictions) = (test, predictions);
        (this.hit, this.columns, this.rows) = (hit, columns, rows);
        hits = [.. test.Select(song => song.Hit)];
        area = HitMetrics.AreaUnderRocCurve(predictions.Select(prediction => prediction.HitProbability).ToArray(), hits);
    }

    public IReadOnlyList<LabelledSong> Test { get; }

    public IReadOnlyList<Prediction> Predictions { get; }

    /// <summary>The peer's models: its columns, which every fold shares, and its settings.</summary>
    public static TrainedFold OfPeer(IReadOnlyList<LabelledSong> training, IReadOnlyList<LabelledSong> test, FeatureEncoder encoder)
    {
        var models = XGBoost.TrainEach(
            encoder.Encode([.. training.Select(song => song.Song)]),
            [
                (training.Select(song => song.Hit ? 1f : 0f).ToArray(), Hits),
                (training.Select(song => (float)song.Popularity).ToArray(), Hits with { Objective = XGBoostObjective.SquaredError }),
            ]);
        var asked = encoder.Encode([.. test.Select(song => song.Song)]);
        var (probabilities, popularities) = (models[0].Predict(asked), models[1].Predict(asked));
        models[1].Dispose();
        return new TrainedFold(test, [.. test.Select((song, i) => new Prediction(song.Song.TrackId, popularities[i], probabilities[i]))], models[0], encoder.Columns, asked);
    }

    /// <summary>What `hitsongs train` trains if nothing else is asked for, on the same songs and features.</summary>
    public static TrainedFold OfOwn(IReadOnlyList<LabelledSong> training, IReadOnlyList<LabelledSong> test)
    {
        var model = (HitSongModel)new TreesRecipe().Train(training, FeatureSet.AudioAndGenre, seed: 0);
        Song[] asked = [.. test.Select(song => song.Song)];
        return new TrainedFold(test, model.Predict(asked), model.Hit, model.Encoder.Columns, model.Encoder.Encode(asked));
    }

    /// <summary>How much the area under the ROC curve falls, on average, when all columns of a feature are shuffled together among the test songs.</summary>
    public IReadOnlyDictionary<string, double> Drops(int times)
    {
        var random = new Random(0);
        var features = columns.Select((column, i) => (column.Feature, Index: i)).GroupBy(column => column.Feature).ToList();
        ColumnExchange[] exchanges = [.. features.Select(feature => new ColumnExchange(
            [.. feature.Select(column => column.Index)], [.. Enumerable.Range(0, times).Select(_ => Order(random))]))];
        var shuffled = hit.Predict(rows, rows, exchanges);
        return features.Select((feature, i) => (feature.Key, Drop: shuffled[i].Average(probabilities => area - Area(probabilities)))).ToDictionary(f => f.Key, f => f.Drop);
    }

    private int[] Order(Random random)
    {
        var order = Enumerable.Range(0, rows.Rows).ToArray();
        random.Shuffle(order);
        return order;
    }

    private double Area(float[] probabilities) => HitMetrics.AreaUnderRocCurve(Array.ConvertAll(probabilities, p => (double)p), hits);
}
