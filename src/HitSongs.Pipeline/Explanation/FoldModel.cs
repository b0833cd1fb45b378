using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Trees that tell hits from others on plain columns (no encoding by the label), and the songs that they have not seen.</summary>
internal sealed class FoldModel : IDisposable
{
    private static readonly XGBoostParameters Parameters = new(XGBoostObjective.Logistic)
    {
        Rounds = 200,
        MaxDepth = 4,
        LearningRate = 0.05,
        Subsample = 0.8,
        ColumnSampleByTree = 0.5,
        MinChildWeight = 4,
        Seed = 1,
    };

    private readonly Lazy<float[]> contributions;
    private readonly Lazy<double[]> predictions;

    private FoldModel(IReadOnlyList<FeatureBlock> blocks, XGBoostModel trees, FeatureMatrix rows, IReadOnlyList<LabelledSong> songs)
    {
        Blocks = blocks;
        Trees = trees;
        Rows = rows;
        Songs = songs;
        contributions = new Lazy<float[]>(() => Trees.Contributions(Rows));
        predictions = new Lazy<double[]>(() => Doubles(Trees.Predict(Rows)));
    }

    public IReadOnlyList<FeatureBlock> Blocks { get; }

    public XGBoostModel Trees { get; }

    /// <summary>The test songs, row by row.</summary>
    public FeatureMatrix Rows { get; }

    public IReadOnlyList<LabelledSong> Songs { get; }

    /// <summary>Of each test song, as <see cref="XGBoostModel.Contributions"/> tells them.</summary>
    public float[] Contributions => contributions.Value;

    public static FoldModel Train(Fold fold, FeatureSet set)
    {
        var encoder = FeatureEncoder.Fit(fold.Training, set);
        var labels = fold.Training.Select(song => song.Hit ? 1f : 0f).ToArray();
        var trees = XGBoost.Train(encoder.Encode([.. fold.Training.Select(song => song.Song)]), labels, Parameters);
        return new FoldModel(FeatureBlock.Of(encoder), trees, encoder.Encode([.. fold.Test.Select(song => song.Song)]), fold.Test);
    }

    /// <summary>Trains the folds side by side; the result does not depend on the threads.</summary>
    public static IReadOnlyList<FoldModel> TrainAll(IReadOnlyList<Fold> folds, FeatureSet set, int threads)
    {
        var models = new FoldModel[folds.Count];
        Parallel.For(0, folds.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => models[i] = Train(folds[i], set));
        return models;
    }

    /// <summary>Each test song's probability of a hit.</summary>
    public double[] Predict() => predictions.Value;

    /// <summary>Some of the test songs.</summary>
    public FeatureMatrix Part(IReadOnlyList<int> rows)
    {
        var values = new float[rows.Count * Rows.Columns];
        for (var i = 0; i < rows.Count; i++)
            Rows.Row(rows[i]).CopyTo(values.AsSpan(i * Rows.Columns));
        return Rows with { Values = values, Rows = rows.Count };
    }

    public void Dispose() => Trees.Dispose();

    public static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
