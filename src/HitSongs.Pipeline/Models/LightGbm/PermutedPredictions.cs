using System.Numerics;
using System.Runtime.CompilerServices;
using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>
/// Predicts rows many times over with some of their columns permuted. Each tree is walked once for every group of columns; a permutation then takes
/// what the other groups have left of the tree for the row itself, and what this one has left of it for the row that gives its values.
/// </summary>
internal sealed class PermutedPredictions
{
    private readonly IReadOnlyList<ColumnPermutation> permutations;
    private readonly ColumnTable rows;
    private readonly ColumnTable donors;

    /// <summary>By column the permutation that it belongs to, or a last group of those that stay.</summary>
    private readonly int[] groupOf;

    // By group: the leaves that its columns leave to each row and each donor, and what all other groups leave to each row.
    private readonly ulong[][] own;
    private readonly ulong[][] given;
    private readonly ulong[][] others;
    private readonly float[] plain;

    /// <exception cref="ArgumentException">Two permutations share a column.</exception>
    public PermutedPredictions(FeatureMatrix rows, FeatureMatrix donors, IReadOnlyList<ColumnPermutation> permutations)
    {
        this.permutations = permutations;
        this.rows = new ColumnTable(rows);
        this.donors = ReferenceEquals(rows, donors) ? this.rows : new ColumnTable(donors);
        groupOf = new int[rows.Columns];
        Array.Fill(groupOf, permutations.Count);
        foreach (var (permutation, i) in permutations.Select((permutation, i) => (permutation, i)))
        {
            foreach (var column in permutation.Columns)
                groupOf[column] =
                    groupOf[column] == permutations.Count ? i : throw new ArgumentException($"Column {column} is permuted twice.", nameof(permutations));
        }

        own = Masks(rows.Rows);
        given = ReferenceEquals(this.rows, this.donors) ? own : Masks(donors.Rows);
        others = Masks(rows.Rows);
        plain = new float[rows.Rows];

        ulong[][] Masks(int count) => [.. Enumerable.Range(0, permutations.Count + 1).Select(_ => new ulong[count])];
    }

    /// <returns>By permutation, by order, by row: the probability of a hit.</returns>
    public float[][][] Of(BoostedTrees model)
    {
        var sums = permutations
            .Select(permutation => permutation.Orders.Select(order => Enumerable.Repeat((float)model.Start, order.Length).ToArray()).ToArray())
            .ToArray();
        foreach (var tree in model.Trees.Select(tree => new MaskedTree(tree)))
        {
            var used = Narrow(tree);
            for (var group = 0; group < permutations.Count; group++)
            {
                for (var order = 0; order < sums[group].Length; order++)
                {
                    if (used[group])
                        AddPermuted(tree, group, permutations[group].Orders[order], sums[group][order]);
                    else
                        Add(plain, sums[group][order]);
                }
            }
        }

        foreach (var sum in sums.SelectMany(orders => orders))
        {
            for (var row = 0; row < sum.Length; row++)
                sum[row] = (float)BoostedTrees.Probability(sum[row]);
        }

        return sums;
    }

    /// <summary>Fills the masks for a tree.</summary>
    /// <returns>Which groups the tree asks about.</returns>
    private bool[] Narrow(MaskedTree tree)
    {
        var used = new bool[own.Length];
        foreach (var split in tree.Splits)
        {
            var group = groupOf[split.Split.Column];
            if (!used[group])
            {
                used[group] = true;
                Array.Fill(own[group], ulong.MaxValue);
                Array.Fill(given[group], ulong.MaxValue);
            }

            split.Narrow(rows, own[group]);
            if (!ReferenceEquals(own, given) && group < permutations.Count)
                split.Narrow(donors, given[group]);
        }

        Combine(tree, used);
        return used;
    }

    /// <summary>For every group what all others leave: what those before it leave and what those after it do.</summary>
    private void Combine(MaskedTree tree, bool[] used)
    {
        var all = new ulong[plain.Length];
        Array.Fill(all, ulong.MaxValue);
        for (var group = 0; group < used.Length; group++)
        {
            if (!used[group])
                continue;
            all.CopyTo(others[group], 0);
            And(own[group], all);
        }

        for (var row = 0; row < plain.Length; row++)
            plain[row] = tree.Value(all[row]);
        Array.Fill(all, ulong.MaxValue);
        for (var group = used.Length - 1; group >= 0; group--)
        {
            if (!used[group])
                continue;
            And(all, others[group]);
            And(own[group], all);
        }
    }

    // Runs for a second in all: worth compiling at its best at once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPermuted(MaskedTree tree, int group, int[] order, float[] sums)
    {
        var (stays, comes) = (others[group], given[group]);
        for (var row = 0; row < sums.Length; row++)
            sums[row] += tree.Value(stays[row] & comes[order[row]]);
    }

    private static void And(ReadOnlySpan<ulong> by, Span<ulong> masks)
    {
        var row = 0;
        for (; row <= masks.Length - Vector<ulong>.Count; row += Vector<ulong>.Count)
            (new Vector<ulong>(by[row..]) & new Vector<ulong>(masks[row..])).CopyTo(masks[row..]);
        for (; row < masks.Length; row++)
            masks[row] &= by[row];
    }

    private static void Add(ReadOnlySpan<float> values, Span<float> sums)
    {
        var row = 0;
        for (; row <= sums.Length - Vector<float>.Count; row += Vector<float>.Count)
            (new Vector<float>(values[row..]) + new Vector<float>(sums[row..])).CopyTo(sums[row..]);
        for (; row < sums.Length; row++)
            sums[row] += values[row];
    }
}
