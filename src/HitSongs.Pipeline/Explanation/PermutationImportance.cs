using HitSongs.Pipeline.Analysis;
using HitSongs.Pipeline.Metrics;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Studies;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Feature importance in models of hits.</summary>
internal static class PermutationImportance
{
    private const int Repeats = 2;

    /// <param name="genre">Null for all songs.</param>
    /// <returns>The most important first.</returns>
    public static IReadOnlyList<FeatureImportance> Of(IReadOnlyList<FoldModel> models, string? genre)
    {
        var parts = models.Select(model => new FoldPart(model, genre)).ToList();
        return [.. models[0].Blocks
            .Select((block, b) => new FeatureImportance(
                block.Name, genre, OverFolds(parts.ConvertAll(part => part.Drops[b])), Size(parts, b), block.Columns.Count == 1 ? Slope(parts, b) : double.NaN))
            .OrderByDescending(feature => feature.Drop.Value)];
    }

    /// <summary>Mean and 95 % interval by Student's t, wider for what training parts have in common (Nadeau and Bengio 2003).</summary>
    public static Estimate OverFolds(IReadOnlyList<double> folds)
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

        /// <summary>Contributions of a block, song by song.</summary>
        public IEnumerable<double> Sums(int block) => rows.Select(row => model.Contributions.Values[(row * model.Contributions.Features) + block]);

        public IEnumerable<double> Values(int block) => rows.Select(row => (double)model.Rows[row, model.Blocks[block].Columns[0]]);

        private double[] MeanDrops()
        {
            var predictions = model.Predict();
            var whole = Area([.. rows.Select(row => predictions[row])]);
            if (double.IsNaN(whole))
                return [.. model.Blocks.Select(_ => double.NaN)];
            int[][] orders = [.. Enumerable.Range(0, Repeats).Select(seed => SeededRandom.Shuffled(Enumerable.Range(0, rows.Count), seed))];
            var part = model.Part(rows);
            return [.. model.Predict(part, part, [.. model.Blocks.Select(block => new ColumnPermutation(block.Columns, orders))])
                .Select(shuffled => whole - shuffled.Average(answers => Area(FoldModel.Doubles(answers))))];
        }

        private double Area(double[] probabilities) => HitMetrics.AreaUnderRocCurve(probabilities, hits);
    }
}
