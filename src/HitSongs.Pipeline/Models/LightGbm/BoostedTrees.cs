using Microsoft.ML.Calibrators;
using Microsoft.ML.Trainers.LightGbm;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The trees of hits of a model, laid open: a row's log odds are the sum of the leaves that it reaches.</summary>
/// <param name="Start">Log odds that every row has before any tree.</param>
internal sealed record BoostedTrees(IReadOnlyList<SplitTree> Trees, double Start)
{
    /// <summary>In log odds: the calibration that Microsoft.ML lays over the sum is a straight line, and is multiplied into the leaves.</summary>
    public static BoostedTrees Of(CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator> model)
    {
        var ensemble = model.SubModel.TrainedTreeEnsemble;
        var (slope, offset) = (-model.Calibrator.Slope, -model.Calibrator.Offset);
        return new BoostedTrees(
            [.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => SplitTree.Of(tree, slope * weight))],
            offset + (slope * ensemble.Bias));
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public double LogOdds(ReadOnlySpan<float> row)
    {
        var sum = Start;
        foreach (var tree in Trees)
            sum += tree.Leaves[tree.LeafOf(row)];
        return sum;
    }
}
