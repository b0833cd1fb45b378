using HitSongs.Songs;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;
using HitTrees = Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.LightGbm.LightGbmBinaryModelParameters,
    Microsoft.ML.Calibrators.PlattCalibrator
>;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>What becomes of rows of songs: features, and of these trees of hits and trees of popularity.</summary>
internal static class SongEstimators
{
    public const string Features = "Features";

    /// <summary>The numbers, none of them missing.</summary>
    public const string Known = "Known";
    private static readonly string[] Categories = [nameof(SongRow.Genre), nameof(SongRow.Subgenre), nameof(SongRow.Style)];

    /// <summary>The categories that a set tells.</summary>
    public static string[] CategoriesOf(FeatureSet set) => set is FeatureSet.Audio ? [] : Categories;

    /// <summary>Numbers with the mean of the training songs where one is missing, then a column of 0 and 1 for each category that training songs
    /// have.</summary>
    public static IEstimator<ITransformer> FeaturesOf(MLContext ml, FeatureSet set)
    {
        var numbers = ml.Transforms.ReplaceMissingValues(Known, nameof(SongRow.Numbers), MissingValueReplacingEstimator.ReplacementMode.Mean);
        if (set is FeatureSet.Audio)
            return numbers.Append(ml.Transforms.CopyColumns(Features, Known));
        return numbers
            .Append(ml.Transforms.Categorical.OneHotEncoding([.. Categories.Select(name => new InputOutputColumnPair(Slots(name), name))]))
            .Append(ml.Transforms.Concatenate(Features, [Known, .. Categories.Select(Slots)]));
    }

    public static LightGbmBinaryTrainer Hit(MLContext ml, LightGbmSettings settings, int seed) => ml.BinaryClassification.Trainers.LightGbm(
        Options<LightGbmBinaryTrainer.Options, BinaryPredictionTransformer<HitTrees>, HitTrees>(nameof(SongRow.Hit), settings, seed));

    public static LightGbmRegressionTrainer Popularity(MLContext ml, LightGbmSettings settings, int seed) => ml.Regression.Trainers.LightGbm(
        Options<LightGbmRegressionTrainer.Options, RegressionPredictionTransformer<LightGbmRegressionModelParameters>, LightGbmRegressionModelParameters>(
            nameof(SongRow.Popularity), settings, seed));

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

    /// <summary>The columns of a category.</summary>
    public static string Slots(string category) => $"{category}Slots";
}
