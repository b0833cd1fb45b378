using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Songs;

namespace HitSongs.Benchmarks.Pipeline;

/// <summary>The trees of one fold, and what they say of its test songs.</summary>
internal sealed class TrainedFold
{
    private readonly BoostedTrees trees;
    private readonly FeatureMatrix rows;
    private readonly bool[] hits;
    private readonly double area;

    public TrainedFold(LightGbmSettings settings, IReadOnlyList<LabelledSong> training, IReadOnlyList<LabelledSong> test)
    {
        var model = (LightGbmModel)LightGbmModel.Train(training, FeatureSet.AudioAndGenre, settings, seed: 0);
        Song[] asked = [.. test.Select(song => song.Song)];
        (Test, Predictions) = (test, model.Predict(asked));
        (trees, rows) = (model.Hits, model.Encode(asked));
        hits = [.. test.Select(song => song.Hit)];
        area = Area([.. Predictions.Select(prediction => prediction.HitProbability)]);
    }

    public IReadOnlyList<LabelledSong> Test { get; }

    public IReadOnlyList<Prediction> Predictions { get; }

    /// <summary>How much the area under the ROC curve falls, on average, when all columns of a feature are shuffled together among the test songs.</summary>
    public IReadOnlyDictionary<string, double> Drops(int times)
    {
        var random = new Random(0);
        var blocks = FeatureBlock.Of(rows.Names);
        var shuffled = new PermutedPredictions(
            rows,
            rows,
            [.. blocks.Select(block => new ColumnPermutation(block.Columns, [.. Enumerable.Range(0, times).Select(_ => Order(random))]))]
        ).Of(trees);
        return blocks
            .Select((block, i) => (block.Name, Drop: shuffled[i].Average(answers => area - Area(Array.ConvertAll(answers, answer => (double)answer)))))
            .ToDictionary(block => block.Name, block => block.Drop);
    }

    private int[] Order(Random random)
    {
        var order = Enumerable.Range(0, rows.Rows).ToArray();
        random.Shuffle(order);
        return order;
    }

    private double Area(double[] probabilities) => HitMetrics.AreaUnderRocCurve(probabilities, hits);
}
