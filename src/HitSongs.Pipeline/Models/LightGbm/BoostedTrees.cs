using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The trees of a model, laid open: its answer, log odds or a popularity, is the sum of the leaves that a row reaches.</summary>
/// <param name="Start">What every row has before any tree.</param>
internal sealed record BoostedTrees(IReadOnlyList<SplitTree> Trees, double Start)
{
    /// <summary>In log odds: the calibration that Microsoft.ML lays over the sum is a straight line, and is multiplied into the leaves.</summary>
    public static BoostedTrees Of(CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator> model) =>
        Of(model.SubModel.TrainedTreeEnsemble, -model.Calibrator.Slope, -model.Calibrator.Offset);

    /// <summary>In points of popularity.</summary>
    public static BoostedTrees Of(LightGbmRegressionModelParameters model) => Of(model.TrainedTreeEnsemble, 1, 0);

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public double Sum(ReadOnlySpan<float> row)
    {
        var sum = Start;
        foreach (var tree in Trees)
            sum += tree.Leaves[tree.LeafOf(row)];
        return sum;
    }

    private static BoostedTrees Of(RegressionTreeEnsemble ensemble, double slope, double offset) => new(
        [.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => SplitTree.Of(tree, slope * weight))], offset + (slope * ensemble.Bias));
}
