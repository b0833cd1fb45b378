using System.Text;
using System.Text.Json;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>XGBoost's JSON of a tree.</summary>
internal static class TreeJson
{
    private const int None = -1;

    /// <summary>
    /// XGBoost writes NaN, which is no JSON, for the threshold of a node that is split by categories and has none; and it tells 0E0 from a whole number.
    /// </summary>
    public static string Valid(byte[] model)
    {
        var text = Encoding.UTF8.GetString(model);
        return text.Contains("NaN", StringComparison.Ordinal) ? text.Replace("[NaN", "[0E0").Replace(",NaN", ",0E0") : text;
    }

    /// <returns>Null where the tree has too many leaves.</returns>
    public static MaskedTree? Read(JsonElement tree)
    {
        var (left, right) = (Whole(tree, "left_children"), Whole(tree, "right_children"));
        if (left.Count(child => child == None) > MaskedTree.MostLeaves)
            return null;
        var (columns, missingLeft) = (Whole(tree, "split_indices"), Whole(tree, "default_left"));
        float[] numbers = [.. tree.GetProperty("split_conditions").EnumerateArray().Select(number => number.GetSingle())];
        var categories = Categories(tree);
        var (splits, leaves) = (new List<MaskedSplit>(), new List<float>());
        Walk(0);
        return new MaskedTree(splits, leaves);

        // Trees are no deeper than their leaves are many.
        void Walk(int node)
        {
            if (left[node] == None)
            {
                leaves.Add(numbers[node]);
                return;
            }

            var before = leaves.Count;
            Walk(left[node]);
            var lost = ((1UL << (leaves.Count - before)) - 1) << before;
            splits.Add(new MaskedSplit(columns[node], numbers[node], missingLeft[node] != 0, ~lost, categories.GetValueOrDefault(node)));
            Walk(right[node]);
        }
    }

    /// <summary>By node the categories that go right.</summary>
    private static Dictionary<int, IReadOnlySet<int>> Categories(JsonElement tree)
    {
        var (nodes, starts, sizes) = (Whole(tree, "categories_nodes"), Whole(tree, "categories_segments"), Whole(tree, "categories_sizes"));
        var all = Whole(tree, "categories");
        return nodes.Select((node, i) => (node, Set: (IReadOnlySet<int>)all.Skip(starts[i]).Take(sizes[i]).ToHashSet())).ToDictionary(split => split.node, split => split.Set);
    }

    /// <summary>Whole numbers; versions differ in whether they write 0 or false.</summary>
    private static int[] Whole(JsonElement tree, string name) =>
        [.. tree.GetProperty(name).EnumerateArray().Select(item => item.ValueKind switch { JsonValueKind.True => 1, JsonValueKind.False => 0, _ => item.GetInt32() })];
}
