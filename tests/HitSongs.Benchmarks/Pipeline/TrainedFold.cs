using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Kernel;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>The models of one fold, and what they say of its test songs.</summary>
internal sealed class TrainedFold
{
    private static readonly XGBoostParameters Hits = new(XGBoostObjective.Logistic) { Rounds = 400, Seed = 0 };

    /// <summary>By exchange, by order, by row the probability of a hit.</summary>
    private readonly Func<IReadOnlyList<ColumnExchange>, double[][][]> exchanged;
    private readonly IReadOnlyList<FeatureColumn> columns;
    private readonly int rows;
    private readonly bool[] hits;
    private readonly double area;

    private TrainedFold(IReadOnlyList<LabelledSong> test, IReadOnlyList<Prediction> predictions, IReadOnlyList<FeatureColumn> columns, int rows, Func<IReadOnlyList<ColumnExchange>, double[][][]> exchanged)
    {
        (Test, Predictions) = (test, predictions);
        (this.columns, this.rows, this.exchanged) = (columns, rows, exchanged);
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
        return new TrainedFold(test, [.. test.Select((song, i) => new Prediction(song.Song.TrackId, popularities[i], probabilities[i]))], encoder.Columns, test.Count, exchanges => Doubles(models[0].Predict(asked, asked, exchanges)));
    }

    /// <summary>What a recipe trains by default, on the same songs and features: both targets by one model.</summary>
    public static TrainedFold OfOwn(ModelRecipe recipe, IReadOnlyList<LabelledSong> training, IReadOnlyList<LabelledSong> test)
    {
        var model = recipe.Train(training, FeatureSet.AudioAndGenre, seed: 0);
        Song[] asked = [.. test.Select(song => song.Song)];
        var predictions = model.Predict(asked);
        return model switch
        {
            HitSongModel trees => Of(trees.Encoder, rows => exchanges => Doubles(trees.Hit.Predict(rows, rows, exchanges))),
            KernelModel kernel => Of(kernel.Encoder, rows => exchanges => kernel.PredictHits(rows, rows, exchanges)),
            _ => throw new ArgumentException($"Nothing exchanges columns for {recipe}.", nameof(recipe)),
        };

        TrainedFold Of(FeatureEncoder encoder, Func<FeatureMatrix, Func<IReadOnlyList<ColumnExchange>, double[][][]>> exchanged) =>
            new(test, predictions, encoder.Columns, asked.Length, exchanged(encoder.Encode(asked)));
    }

    /// <summary>How much the area under the ROC curve falls, on average, when all columns of a feature are shuffled together among the test songs.</summary>
    public IReadOnlyDictionary<string, double> Drops(int times)
    {
        var random = new Random(0);
        // A subgenre's style is its name: what one tells, the other does.
        var features = columns.Select((column, i) => (column.Feature, Index: i)).GroupBy(column => column.Feature == "style" ? "subgenre" : column.Feature).ToList();
        ColumnExchange[] exchanges = [.. features.Select(feature => new ColumnExchange(
            [.. feature.Select(column => column.Index)], [.. Enumerable.Range(0, times).Select(_ => Order(random))]))];
        var shuffled = exchanged(exchanges);
        return features.Select((feature, i) => (feature.Key, Drop: shuffled[i].Average(probabilities => area - Area(probabilities)))).ToDictionary(f => f.Key, f => f.Drop);
    }

    private int[] Order(Random random)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        random.Shuffle(order);
        return order;
    }

    private double Area(double[] probabilities) => HitMetrics.AreaUnderRocCurve(probabilities, hits);

    private static double[][][] Doubles(float[][][] answers) =>
        [.. answers.Select(orders => orders.Select(order => Array.ConvertAll(order, answer => (double)answer)).ToArray())];
}
