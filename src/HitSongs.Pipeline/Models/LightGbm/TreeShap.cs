using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>
/// What each feature adds to a row's log odds: exact Shapley values of path-dependent expectations (TreeSHAP, Lundberg et al. 2018), leaf by leaf.
/// A leaf's value is a product over the features on its path, each of which the row either satisfies (1) or not (0), or is not known (the share of
/// training rows that go on). Shapley values of a product follow from the coefficients of a polynomial; they are kept for every pattern of what
/// is satisfied, of which a leaf sees few.
/// </summary>
/// <param name="Base">Mean log odds: what a row has of which nothing is known.</param>
/// <param name="Values">Rows × features; with <paramref name="Base"/> a row's values sum to its log odds.</param>
/// <param name="Features">How many there are.</param>
internal sealed record TreeShap(double Base, double[] Values, int Features)
{
    /// <param name="featureOf">By column of a row its feature: columns of one category are one feature.</param>
    /// <param name="background">Rows that say how often each split goes where: the training rows.</param>
    public static TreeShap Of(BoostedTrees model, IReadOnlyList<int> featureOf, FeatureMatrix background, FeatureMatrix rows)
    {
        var features = featureOf.Max() + 1;
        var (sum, values) = (model.Start, new double[rows.Rows * features]);
        foreach (var tree in model.Trees)
        {
            var paths = LeafPath.Of(tree, featureOf, background);
            sum += paths.Sum(path => path.Expected);
            if (tree.Splits.Length == 0)
                continue;
            // Rows that answer all of a tree's questions alike are many.
            var known = new Dictionary<ulong, double[]>();
            for (var row = 0; row < rows.Rows; row++)
            {
                var right = RightSplits(tree, rows.Row(row));
                if (!known.TryGetValue(right, out var parts))
                {
                    known[right] = parts = new double[features];
                    foreach (var path in paths)
                        path.AddTo(parts, right);
                }

                for (var feature = 0; feature < features; feature++)
                    values[(row * features) + feature] += parts[feature];
            }
        }

        return new TreeShap(sum, values, features);
    }

    /// <summary>A bit for each split of a tree: whether a row goes right there.</summary>
    private static ulong RightSplits(SplitTree tree, ReadOnlySpan<float> row)
    {
        var right = 0UL;
        for (var split = 0; split < tree.Splits.Length; split++)
            right |= tree.Splits[split].GoesRight(row) ? 1UL << split : 0;
        return right;
    }
}
