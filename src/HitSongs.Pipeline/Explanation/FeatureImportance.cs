using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models.LightGbm;

namespace HitSongs.Pipeline.Explanation;

/// <summary>What a model of hits owes to one feature, on songs by artists that it has not seen.</summary>
/// <param name="Feature">An audio feature, or a group of descriptive features such as "genre", all of whose columns count together.</param>
/// <param name="Genre">Null for all songs; otherwise songs of that genre are shuffled and ranked among themselves.</param>
/// <param name="Drop">Loss of area under the ROC curve when the feature's values are shuffled among songs; the interval is over folds, for a new
/// division.</param>
/// <param name="Contribution">Mean size of what it adds to the log odds (SHAP).</param>
/// <param name="Direction">Spearman's ρ of the feature and its contribution: 1 where more of it always speaks for a hit; <see cref="double.NaN"/> for
/// groups.</param>
public sealed record FeatureImportance(string Feature, string? Genre, Estimate Drop, double Contribution, double Direction)
{
    private const int Repeats = 2;

    internal static IReadOnlyList<FeatureImportance> Of(IReadOnlyList<FoldModel> models, string? genre)
    {
        var parts = models.Select(model => new FoldPart(model, genre)).ToList();
        return [.. models[0].Blocks
            .Select((block, b) => new FeatureImportance(
                block.Name, genre, OverFolds(parts.ConvertAll(part => part.Drops[b])), Size(parts, b), block.Columns.Count == 1 ? Slope(parts, b) : double.NaN))
            .OrderByDescending(feature => feature.Drop.Value)];
    }

    /// <summary>Mean and 95 % interval by Student's t, wider for what training parts have in common (Nadeau and Bengio 2003).</summary>
    internal static Estimate OverFolds(IReadOnlyList<double> folds)
    {
        var defined = folds.Where(double.IsFinite).ToList();
        if (defined.Count < 3)
            return new Estimate(defined.Count == 0 ? double.NaN : defined.Average());
        var (k, mean) = (defined.Count, defined.Average());
        var variance = defined.Sum(value => (value - mean) * (value - mean)) / (k - 1);
        var halfWidth = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, k - 1, 0.975) * Math.Sqrt(variance * ((1.0 / k) + (1.0 / (k - 1))));
        return new Estimate(mean, mean - halfWidth, mean + halfWidth);
    }

    private static double Size(List<FoldPart> parts, int block)
    {
        var sizes = parts.SelectMany(part => part.Sums(block)).Select(Math.Abs).ToList();
        return sizes.Count == 0 ? double.NaN : sizes.Average();
    }

    private static double Slope(List<FoldPart> parts, int block) =>
        Correlation.Spearman(parts.SelectMany(part => part.Values(block)).ToList(), parts.SelectMany(part => part.Sums(block)).ToList(), "").Effect.Value;

    /// <summary>The test songs of a fold, or those of one genre.</summary>
    private sealed class FoldPart
    {
        private readonly FoldModel model;
        private readonly List<int> rows;
        private readonly bool[] hits;

        public FoldPart(FoldModel model, string? genre)
        {
            this.model = model;
            rows = Enumerable.Range(0, model.Songs.Count).Where(i => genre is null || model.Songs[i].Song.Genre == genre).ToList();
            hits = [.. rows.Select(row => model.Songs[row].Hit)];
            Drops = MeanDrops();
        }

        /// <summary>By block, the mean loss of area when its values are shuffled; not a number where the part has only hits, or none.</summary>
        public double[] Drops { get; }

        /// <summary>What the columns of a block add, song by song.</summary>
        public IEnumerable<double> Sums(int block) =>
            rows.Select(row => model.Contributions.Values[(row * model.Contributions.Features) + block]);

        public IEnumerable<double> Values(int block) => rows.Select(row => (double)model.Rows[row, model.Blocks[block].Columns[0]]);

        private double[] MeanDrops()
        {
            var predictions = model.Predict();
            var whole = Area([.. rows.Select(row => predictions[row])]);
            if (double.IsNaN(whole))
                return [.. model.Blocks.Select(_ => double.NaN)];
            int[][] orders = [.. Enumerable.Range(0, Repeats).Select(Order)];
            var part = model.Part(rows);
            return [.. model.Predict(part, part, [.. model.Blocks.Select(block => new ColumnPermutation(block.Columns, orders))])
                .Select(shuffled => whole - shuffled.Average(answers => Area(FoldModel.Doubles(answers))))];
        }

        private int[] Order(int seed)
        {
            var order = Enumerable.Range(0, rows.Count).ToArray();
            new SeededRandom(seed).Shuffle(order.AsSpan());
            return order;
        }

        private double Area(double[] probabilities) => HitMetrics.AreaUnderRocCurve(probabilities, hits);
    }
}
