using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>
/// Looks whether saved trees are trees before XGBoost loads them: the library itself follows whatever child, column or category a file
/// names, also beyond its memory.
/// </summary>
internal static class TreeCheck
{
    private const int MostTrees = 100_000;
    private const int MostNodes = 10_000_000;

    /// <summary>What XGBoost writes as the parent of the first node.</summary>
    private const int NoParent = int.MaxValue;

    /// <returns>The model as bytes for <see cref="XGBoostModel.Load"/>.</returns>
    /// <exception cref="FormatException">A tree names a node, column or category that there is not.</exception>
    public static byte[] Checked(JsonNode model, int columns)
    {
        var booster = model.Part("learner").Part("gradient_booster");
        if (booster.Text("name") != "gbtree")
            throw new FormatException("its trees are of another kind");
        if (Number(model.Part("learner").Part("learner_model_param"), "num_feature", int.MaxValue) != columns)
            throw new FormatException($"its trees are not for {columns} columns");
        var trees = booster.Part("model").Parts("trees");
        var groups = booster.Part("model").Parts("tree_info");
        if (Number(booster.Part("model").Part("gbtree_model_param"), "num_trees", MostTrees) != trees.Count || groups.Count != trees.Count
            || groups.Any(group => !group.ToJsonString().Equals("0", StringComparison.Ordinal)))
        {
            throw new FormatException("its trees are not as many as it says");
        }

        foreach (var tree in trees)
            Check(tree, columns);
        return Encoding.UTF8.GetBytes(model.ToJsonString());
    }

    private static void Check(JsonNode tree, int columns)
    {
        var nodes = Number(tree.Part("tree_param"), "num_nodes", MostNodes);
        var left = Whole(tree, "left_children", nodes, -1, nodes - 1);
        var right = Whole(tree, "right_children", nodes, -1, nodes - 1);
        var parents = Whole(tree, "parents", nodes, 0, NoParent);
        Whole(tree, "split_indices", nodes, 0, columns - 1);
        foreach (var name in new[] { "split_conditions", "base_weights", "loss_changes", "sum_hessian", "default_left", "split_type" })
            Require(tree.Parts(name).Count == nodes, name);
        // A child that comes after its parent cannot lead back to it.
        Require(nodes > 0 && Enumerable.Range(0, nodes).All(n => left[n] == -1 ? right[n] == -1 : left[n] > n && right[n] > n), "left_children");
        Require(ParentsOf(left, right) is { } expected && parents.SequenceEqual(expected), "parents");

        var split = Whole(tree, "categories_nodes", null, 0, nodes - 1);
        var segments = Whole(tree, "categories_segments", split.Length, 0, int.MaxValue);
        var sizes = Whole(tree, "categories_sizes", split.Length, 0, int.MaxValue);
        var categories = Whole(tree, "categories", null, 0, 1 << 24);
        Require(Enumerable.Range(0, split.Length).All(i => (long)segments[i] + sizes[i] <= categories.Length), "categories");
        Require(split.Zip(split.Skip(1)).All(pair => pair.First < pair.Second), "categories_nodes");
        var types = Whole(tree, "split_type", nodes, 0, 1);
        Require(Enumerable.Range(0, nodes).All(n => types[n] == 0 || left[n] == -1 || split.Contains(n)), "split_type");
    }

    /// <returns>Who has each node as child; <see langword="null"/> where a node other than the first has no parent, or two.</returns>
    private static int[]? ParentsOf(int[] left, int[] right)
    {
        var parents = Enumerable.Repeat(NoParent, left.Length).ToArray();
        for (var node = 0; node < left.Length; node++)
        {
            foreach (var child in new[] { left[node], right[node] }.Where(child => child != -1))
            {
                if (parents[child] != NoParent)
                    return null;
                parents[child] = node;
            }
        }

        return parents.Skip(1).Contains(NoParent) ? null : parents;
    }

    private static int[] Whole(JsonNode tree, string name, int? count, int low, int high)
    {
        var numbers = tree.Parts(name).Select(item => item is JsonValue value && value.TryGetValue<int>(out var number) && number >= low && number <= Math.Max(low, high) ? number : throw Broken(name)).ToArray();
        Require(count is null || numbers.Length == count, name);
        return numbers;
    }

    /// <summary>XGBoost writes the counts of a tree as text.</summary>
    private static int Number(JsonNode node, string name, int most) =>
        int.TryParse(node.Text(name), out var number) && number >= 0 && number <= most ? number : throw Broken(name);

    private static void Require(bool holds, string name)
    {
        if (!holds)
            throw Broken(name);
    }

    private static FormatException Broken(string name) => new($"'{name}' of its trees is broken");
}
