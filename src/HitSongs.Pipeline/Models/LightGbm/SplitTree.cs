using System.Runtime.CompilerServices;
using Microsoft.ML.Trainers.FastTree;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>One tree of Microsoft.ML's, with its weight multiplied into the leaves. Children from 0 are splits, below 0 the complements of leaves.</summary>
internal sealed record SplitTree(TreeSplit[] Splits, int[] Left, int[] Right, double[] Leaves)
{
    /// <summary>The tree's first split, or its only leaf.</summary>
    public int Root => Splits.Length > 0 ? 0 : ~0;

    public static SplitTree Of(RegressionTreeBase tree, double weight)
    {
        // Microsoft.ML makes a tree of one leaf into one whose two leaves are alike, or leaves it empty.
        if (tree.NumberOfNodes == 0 || tree.LeafValues.Distinct().Count() < 2)
            return new SplitTree([], [], [], [tree.LeafValues.Count > 0 ? weight * tree.LeafValues[0] : 0]);
        TreeSplit[] splits = [.. Enumerable.Range(0, tree.NumberOfNodes).Select(node => Split(tree, node))];
        return new SplitTree(splits, [.. tree.LeftChild], [.. tree.RightChild], [.. tree.LeafValues.Select(value => weight * value)]);
    }

    /// <summary>The number of the leaf that a row reaches.</summary>
    // Called some ten million times within seconds: worth compiling at its best at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int LeafOf(ReadOnlySpan<float> row)
    {
        var at = Root;
        while (at >= 0)
            at = Splits[at].GoesRight(row) ? Right[at] : Left[at];
        return ~at;
    }

    private static TreeSplit Split(RegressionTreeBase tree, int node)
    {
        if (!tree.CategoricalSplitFlags[node])
            return new TreeSplit(tree.NumericalSplitFeatureIndexes[node], tree.NumericalSplitThresholds[node], null);
        int[] categories = [.. tree.GetCategoricalSplitFeaturesAt(node)];
        return new TreeSplit(categories[0], 0, categories);
    }
}
