using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>
/// A tree of at most 64 leaves as bit masks (QuickScorer, Lucchese et al. 2015). Leaves are numbered from left to right; where a row goes right it
/// loses the leaves on the left, and the lowest leaf that it has left after all splits is its own. The order of splits does not matter, so that
/// what one group of columns leaves of a tree can be kept while another changes.
/// </summary>
internal sealed class MaskedTree
{
    public const int MostLeaves = 64;

    private readonly float[] leaves = new float[MostLeaves];

    /// <param name="values">Of at most <see cref="MostLeaves"/> leaves, from left to right.</param>
    public MaskedTree(IReadOnlyList<MaskedSplit> splits, IReadOnlyList<float> values)
    {
        Splits = splits;
        for (var leaf = 0; leaf < values.Count; leaf++)
            leaves[leaf] = values[leaf];
    }

    public IReadOnlyList<MaskedSplit> Splits { get; }

    /// <param name="left">The leaves that all splits together have left; at least one.</param>
    public float Value(ulong left) => leaves[BitOperations.TrailingZeroCount(left) & (MostLeaves - 1)];
}

/// <summary>A question about one column.</summary>
/// <param name="Threshold">Smaller numbers go left.</param>
/// <param name="MissingLeft">Where a row goes whose number is missing.</param>
/// <param name="RightLeaves">What remains to a row that goes right.</param>
/// <param name="RightCategories">For a column of codes those that go right, all others go left; null for a column of numbers.</param>
internal sealed record MaskedSplit(int Column, float Threshold, bool MissingLeft, ulong RightLeaves, IReadOnlySet<int>? RightCategories)
{
    /// <summary>Takes from each row the leaves that it cannot reach any more.</summary>
    /// <param name="values">The column, row by row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Narrow(ReadOnlySpan<float> values, Span<ulong> left)
    {
        if (RightCategories is not null)
        {
            for (var row = 0; row < values.Length; row++)
                left[row] &= GoesRight(values[row]) ? RightLeaves : ulong.MaxValue;
            return;
        }

        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            var goesLeft = value < Threshold | (MissingLeft & float.IsNaN(value));
            left[row] &= goesLeft ? ulong.MaxValue : RightLeaves;
        }
    }

    private bool GoesRight(float code) => float.IsNaN(code) || code < 0 ? !MissingLeft : RightCategories!.Contains((int)code);
}
