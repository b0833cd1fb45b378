using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;
using Microsoft.ML;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Trees that tell hits from others on plain columns (no category splits), and the songs that they have not seen.</summary>
internal sealed class FoldModel
{
    private const int Seed = 1;

    private static readonly LightGbmSettings Settings = new(200, 12, 0.05, 15) { L2 = 1, FeatureShare = 0.5, RowShare = 0.8 };

    private readonly Lazy<TreeShap> contributions;
    private readonly Lazy<double[]> predictions;

    private FoldModel(BoostedTrees trees, FeatureMatrix training, FeatureMatrix rows, IReadOnlyList<LabelledSong> songs)
    {
        Trees = trees;
        Rows = rows;
        Songs = songs;
        Blocks = FeatureBlock.Of(rows.Names);
        contributions = new Lazy<TreeShap>(() => TreeShap.Of(trees, FeatureBlock.NumbersOf(rows.Names), training, rows));
        predictions = new Lazy<double[]>(() => [.. Enumerable.Range(0, rows.Rows).Select(row => BoostedTrees.Probability(trees.Sum(rows.Row(row))))]);
    }

    /// <summary>Blocks of one feature each.</summary>
    public IReadOnlyList<FeatureBlock> Blocks { get; }

    public BoostedTrees Trees { get; }

    /// <summary>The test songs, row by row.</summary>
    public FeatureMatrix Rows { get; }

    public IReadOnlyList<LabelledSong> Songs { get; }

    /// <summary>Of each test song, by position of <see cref="Blocks"/>.</summary>
    public TreeShap Contributions => contributions.Value;

    public static FoldModel Train(Fold fold, FeatureSet set)
    {
        var ml = new MLContext(Seed);
        var features = TreeFeatures.Fit(fold.Training, set);
        var trees = TreeTrainers.Hits(ml, SongRow.View(ml, fold.Training, features), Settings, Seed) ?? new BoostedTrees([], 0);
        return new FoldModel(trees, Encode(features, fold.Training), Encode(features, fold.Test), fold.Test);
    }

    private static FeatureMatrix Encode(TreeFeatures features, IReadOnlyList<LabelledSong> songs) => features.Encode([.. songs.Select(song => song.Song)]);

    /// <summary>Trains the folds side by side; the result does not depend on the threads.</summary>
    public static IReadOnlyList<FoldModel> TrainAll(IReadOnlyList<Fold> folds, FeatureSet set, int threads)
    {
        var models = new FoldModel[folds.Count];
        Parallel.For(0, folds.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => models[i] = Train(folds[i], set));
        return models;
    }

    /// <summary>Each test song's probability of a hit.</summary>
    public double[] Predict() => predictions.Value;

    /// <summary>By permutation, by order, by row the probability of a hit where columns hold the values of other rows.</summary>
    public float[][][] Predict(FeatureMatrix rows, FeatureMatrix donors, IReadOnlyList<ColumnPermutation> permutations) =>
        new PermutedPredictions(rows, donors, permutations).Of(Trees);

    /// <summary>Some of the test songs.</summary>
    public FeatureMatrix Part(IReadOnlyList<int> rows)
    {
        var values = new float[rows.Count * Rows.Columns];
        for (var i = 0; i < rows.Count; i++)
            Rows.Row(rows[i]).CopyTo(values.AsSpan(i * Rows.Columns));
        return Rows with { Values = values, Rows = rows.Count };
    }

    public static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
