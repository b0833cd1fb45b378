using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using HitTrees = Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.LightGbm.LightGbmBinaryModelParameters,
    Microsoft.ML.Calibrators.PlattCalibrator
>;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Trains trees of hits and trees of popularity on <see cref="SongRow"/>s.</summary>
internal static class TreeTrainers
{
    /// <returns>Null where nothing tells songs apart, so that no tree has a split.</returns>
    public static BoostedTrees? Hits(MLContext ml, IDataView rows, LightGbmSettings settings, int seed) =>
        UnlessOneLeaf(() => BoostedTrees.Of(Hit(ml, settings, seed).Fit(rows).Model));

    /// <inheritdoc cref="Hits"/>
    public static BoostedTrees? Popularities(MLContext ml, IDataView rows, LightGbmSettings settings, int seed) =>
        UnlessOneLeaf(() => BoostedTrees.Of(Popularity(ml, settings, seed).Fit(rows).Model));

    internal static LightGbmBinaryTrainer Hit(MLContext ml, LightGbmSettings settings, int seed) => ml.BinaryClassification.Trainers.LightGbm(
        Options<LightGbmBinaryTrainer.Options, BinaryPredictionTransformer<HitTrees>, HitTrees>(nameof(SongRow.Hit), settings, seed));

    private static LightGbmRegressionTrainer Popularity(MLContext ml, LightGbmSettings settings, int seed) => ml.Regression.Trainers.LightGbm(
        Options<LightGbmRegressionTrainer.Options, RegressionPredictionTransformer<LightGbmRegressionModelParameters>, LightGbmRegressionModelParameters>(
            nameof(SongRow.Popularity), settings, seed));

    /// <summary>Microsoft.ML 5.0.1 cannot build trees of one leaf of 0 each, as of identical songs of which half are hits.</summary>
    private static BoostedTrees? UnlessOneLeaf(Func<BoostedTrees> train)
    {
        try
        {
            return train();
        }
        catch (ArgumentNullException e) when (e.ParamName == "items")
        {
            return null;
        }
    }

    // One thread and a seed of its own each: the same trees on any number of cores.
    private static TOptions Options<TOptions, TTransformer, TModel>(string label, LightGbmSettings settings, int seed)
        where TOptions : LightGbmTrainerBase<TOptions, float, TTransformer, TModel>.OptionsBase, new()
        where TTransformer : ISingleFeaturePredictionTransformer<TModel>
        where TModel : class => new()
        {
            LabelColumnName = label,
            NumberOfIterations = settings.Trees,
            NumberOfLeaves = settings.Leaves,
            LearningRate = settings.LearningRate,
            MinimumExampleCountPerLeaf = settings.LeafRows,
            UseCategoricalSplit = settings.SplitsCategories,
            CategoricalSmoothing = settings.CategorySmoothing,
            L2CategoricalRegularization = settings.CategoryL2,
            MinimumExampleCountPerGroup = settings.CategoryRows,
            MaximumCategoricalSplitPointCount = settings.CategoryCuts,
            NumberOfThreads = 1,
            Seed = seed,
            Deterministic = true,
            ForceColumnWise = true,
            Booster = Booster(settings),
        };

    private static GradientBooster.Options Booster(LightGbmSettings settings) => new()
    {
        L2Regularization = settings.L2,
        FeatureFraction = settings.FeatureShare,
        SubsampleFraction = settings.RowShare,
        SubsampleFrequency = settings.RowShare < 1 ? 1 : 0,
    };
}
