using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>
/// A tree of at most 64 leaves as bit masks (QuickScorer, Lucchese et al. 2015). Leaves are numbered from left to right; where a row goes right it
/// loses the leaves on the left, and the lowest leaf that it has left after all splits is its own. The order of splits does not matter, so that
/// what one group of columns leaves of a tree can be kept while another changes.
/// </summary>
internal sealed class MaskedTree
{
    private const int MostLeaves = 64;

    private readonly float[] leaves = new float[MostLeaves];
    private readonly List<MaskedSplit> splits = [];

    /// <exception cref="ArgumentException">The tree has more than 64 leaves.</exception>
    public MaskedTree(SplitTree tree)
    {
        if (tree.Leaves.Length > MostLeaves)
            throw new ArgumentException($"The tree has {tree.Leaves.Length} leaves.", nameof(tree));
        Place(tree, tree.Root, 0);
    }

    public IReadOnlyList<MaskedSplit> Splits => splits;

    /// <param name="left">The leaves that all splits together have left; at least one.</param>
    public float Value(ulong left) => leaves[BitOperations.TrailingZeroCount(left) & (MostLeaves - 1)];

    /// <returns>The first number that the next leaf to the right can have.</returns>
    private int Place(SplitTree tree, int at, int first)
    {
        if (at < 0)
        {
            leaves[first] = (float)tree.Leaves[~at];
            return first + 1;
        }

        var middle = Place(tree, tree.Left[at], first);
        splits.Add(new MaskedSplit(tree.Splits[at], ~(Below(middle) & ~Below(first))));
        return Place(tree, tree.Right[at], middle);
    }

    private static ulong Below(int leaf) => leaf == MostLeaves ? ulong.MaxValue : (1UL << leaf) - 1;
}

/// <summary>A question about one number or one category.</summary>
/// <param name="RightLeaves">What remains to a row that goes right.</param>
internal sealed record MaskedSplit(TreeSplit Split, ulong RightLeaves)
{
    /// <summary>Takes from each row the leaves that it cannot reach any more.</summary>
    public void Narrow(ColumnTable table, Span<ulong> left)
    {
        if (Split.Categories is null)
        {
            Narrow(table[Split.Column], Split.Threshold, left);
            return;
        }

        // Of the columns of a category only one is 1.
        foreach (var category in Split.Categories)
            Narrow(table[category], 0, left);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(ReadOnlySpan<float> values, float threshold, Span<ulong> left)
    {
        for (var row = 0; row < values.Length; row++)
            left[row] &= values[row] <= threshold ? ulong.MaxValue : RightLeaves;
    }
}
