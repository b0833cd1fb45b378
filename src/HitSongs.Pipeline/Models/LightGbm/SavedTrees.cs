using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Trees in model files. Whatever a file says, what is loaded is trees: every walk from a root ends at a leaf.</summary>
internal static class SavedTrees
{
    private const int MostTrees = 100_000;
    private const int MostSplits = 63;
    private const int MostCategories = 100_000;

    /// <summary>Of log odds and of popularity; sums of as many stay finite.</summary>
    private const double LargestLeaf = 1e9;

    public static JsonObject Save(BoostedTrees model)
    {
        TreeSplit[] splits = [.. model.Trees.SelectMany(tree => tree.Splits)];
        return new JsonObject
        {
            ["start"] = model.Start,
            ["trees"] = model.Trees.Count,
            ["splits"] = Json.Numbers(model.Trees.Select(tree => (double)tree.Splits.Length)),
            ["left"] = Whole(model.Trees.SelectMany(tree => tree.Left)),
            ["right"] = Whole(model.Trees.SelectMany(tree => tree.Right)),
            ["leaves"] = Json.Numbers(model.Trees.SelectMany(tree => tree.Leaves)),
            ["columns"] = Whole(splits.Select(split => split.Column)),
            ["thresholds"] = Json.Singles([.. splits.Select(split => split.Threshold)]),
            ["sets"] = Whole(splits.Select(split => split.Categories?.Length ?? 0)),
            ["members"] = splits.Sum(split => split.Categories?.Length ?? 0),
            ["categories"] = Whole(splits.SelectMany(split => split.Categories ?? [])),
        };
    }

    /// <param name="width">Columns of the rows that are asked about.</param>
    /// <exception cref="FormatException">The state is not what <see cref="Save"/> writes.</exception>
    public static BoostedTrees Load(JsonNode state, int width)
    {
        var counts = Whole(state, "splits", state.Whole("trees", 0, MostTrees), 0, MostSplits);
        var all = counts.Sum();
        var (left, right) = (Whole(state, "left", all, -MostSplits - 1, MostSplits), Whole(state, "right", all, -MostSplits - 1, MostSplits));
        var leaves = state.Numbers("leaves", all + counts.Length);
        if (leaves.Any(leaf => Math.Abs(leaf) > LargestLeaf))
            throw new FormatException($"'leaves' has a number beyond {LargestLeaf}");
        var splits = Splits(state, all, width);
        var (trees, at) = (new List<SplitTree>(counts.Length), 0);
        foreach (var count in counts)
        {
            var part = at..(at + count);
            trees.Add(Checked(new SplitTree(splits[part], left[part], right[part], leaves[(at + trees.Count)..(at + trees.Count + count + 1)])));
            at += count;
        }

        return new BoostedTrees(trees, state.Number("start"));
    }

    private static TreeSplit[] Splits(JsonNode state, int all, int width)
    {
        var (columns, thresholds) = (Whole(state, "columns", all, 0, width - 1), state.Singles("thresholds", all));
        var sets = Whole(state, "sets", all, 0, MostCategories);
        var members = Whole(state, "categories", state.Whole("members", 0, sets.Sum()), 0, width - 1);
        if (members.Length != sets.Sum())
            throw new FormatException("'members' is not the sum of 'sets'");
        var (splits, at) = (new TreeSplit[all], 0);
        for (var i = 0; i < all; i++)
        {
            splits[i] = new TreeSplit(columns[i], thresholds[i], sets[i] == 0 ? null : members[at..(at + sets[i])]);
            at += sets[i];
        }

        return splits;
    }

    /// <summary>That each split and each leaf hangs on exactly one split, but for the root.</summary>
    private static SplitTree Checked(SplitTree tree)
    {
        var (seen, open) = (new HashSet<int>(), new Stack<int>([tree.Root]));
        while (open.TryPop(out var at))
        {
            if (at >= tree.Splits.Length || ~at >= tree.Leaves.Length || !seen.Add(at))
                throw new FormatException("'left' and 'right' make no tree");
            if (at < 0)
                continue;
            open.Push(tree.Left[at]);
            open.Push(tree.Right[at]);
        }

        return seen.Count == tree.Splits.Length + tree.Leaves.Length ? tree : throw new FormatException("'left' and 'right' leave parts of a tree out");
    }

    private static JsonValue Whole(IEnumerable<int> numbers) => Json.Numbers(numbers.Select(number => (double)number));

    private static int[] Whole(JsonNode state, string name, int count, int low, int high) =>
        Array.ConvertAll(state.Numbers(name, count), number => number >= low && number <= high && Math.Floor(number).Equals(number)
            ? (int)number
            : throw new FormatException($"'{name}' has a number that is not a whole one from {low} to {high}"));
}
