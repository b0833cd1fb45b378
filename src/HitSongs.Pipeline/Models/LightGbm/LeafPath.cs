using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>The way to one leaf of a tree, by feature.</summary>
internal sealed class LeafPath
{
    /// <summary>Conditions of a feature on the path: its splits, which of them go right, and the share of training rows that meet all of them.</summary>
    private sealed record Step(int Feature, ulong Splits, ulong Right, double Share);

    private readonly Step[] steps;
    private readonly double value;

    /// <summary>By pattern of satisfied steps, what each step adds.</summary>
    private readonly Dictionary<int, double[]> known = [];

    private LeafPath(Step[] steps, double value)
    {
        this.steps = steps;
        this.value = value;
    }

    /// <summary>The leaf's part of the mean over training rows.</summary>
    public double Expected => steps.Aggregate(value, (product, step) => product * step.Share);

    public static IReadOnlyList<LeafPath> Of(SplitTree tree, IReadOnlyList<int> featureOf, FeatureMatrix background)
    {
        var cover = Cover(tree, background);
        var paths = new List<LeafPath>();
        Walk(tree.Root, []);
        return paths;

        void Walk(int at, Step[] steps)
        {
            if (at < 0)
            {
                paths.Add(new LeafPath(steps, tree.Leaves[~at]));
                return;
            }

            foreach (var (child, right) in new[] { (tree.Left[at], false), (tree.Right[at], true) })
            {
                // No training row, no share: such a leaf adds nothing to what is expected, and is reached by satisfying all of it only.
                var share = cover(at) > 0 ? cover(child) / cover(at) : 0;
                Walk(child, With(steps, featureOf[tree.Splits[at].Column], at, right, share));
            }
        }
    }

    /// <param name="right">A bit for each split: whether the row goes right there.</param>
    public void AddTo(Span<double> values, ulong right)
    {
        var pattern = 0;
        for (var i = 0; i < steps.Length; i++)
            pattern |= (right & steps[i].Splits) == steps[i].Right ? 1 << i : 0;
        if (!known.TryGetValue(pattern, out var parts))
            known[pattern] = parts = Parts(pattern);
        for (var i = 0; i < parts.Length; i++)
            values[steps[i].Feature] += parts[i];
    }

    private static Step[] With(Step[] steps, int feature, int split, bool right, double share)
    {
        var old = Array.Find(steps, step => step.Feature == feature) ?? new Step(feature, 0, 0, 1);
        var bit = 1UL << split;
        return [.. steps.Where(step => step.Feature != feature), new Step(feature, old.Splits | bit, old.Right | (right ? bit : 0), old.Share * share)];
    }

    /// <summary>Number of rows at each split or leaf.</summary>
    private static Func<int, double> Cover(SplitTree tree, FeatureMatrix background)
    {
        var leaves = new double[tree.Leaves.Length];
        for (var row = 0; row < background.Rows; row++)
            leaves[tree.LeafOf(background.Row(row))]++;
        return Of;

        double Of(int at) => at >= 0 ? Of(tree.Left[at]) + Of(tree.Right[at]) : leaves[~at];
    }

    /// <summary>
    /// The mean over all orders of features: with k of the d − 1 others known before it, an order has the weight k! (d − 1 − k)! / d!; the coefficient of
    /// t^k in the product of (share + satisfied t) over the others is the sum over all sets of k of them.
    /// </summary>
    private double[] Parts(int pattern)
    {
        var d = steps.Length;
        var parts = new double[d];
        for (var i = 0; i < d; i++)
        {
            var coefficients = new double[d];
            coefficients[0] = 1;
            for (var j = 0; j < d; j++)
            {
                if (j == i)
                    continue;
                var satisfied = (pattern >> j) & 1;
                for (var k = d - 1; k >= 0; k--)
                    coefficients[k] = (coefficients[k] * steps[j].Share) + (k > 0 ? coefficients[k - 1] * satisfied : 0);
            }

            double sum = 0, weight = 1.0 / d;
            for (var k = 0; k < d; k++)
            {
                sum += weight * coefficients[k];
                weight *= (k + 1.0) / Math.Max(1, d - 1 - k);
            }

            parts[i] = value * (((pattern >> i) & 1) - steps[i].Share) * sum;
        }

        return parts;
    }
}
