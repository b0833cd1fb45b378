namespace HitSongs.Pipeline;

/// <summary>What a model of hits owes to one feature, on songs by artists that it has not seen.</summary>
/// <param name="Feature">An audio feature, or a group of descriptive features such as "genre", all of whose columns count together.</param>
/// <param name="Genre">Null for all songs; otherwise songs of that genre are shuffled and ranked among themselves.</param>
/// <param name="Drop">Loss of area under the ROC curve when the feature's values are shuffled among songs; the interval is over folds, for a new division.</param>
/// <param name="Contribution">Mean size of what it adds to the log odds (SHAP).</param>
/// <param name="Direction">Spearman's ρ of the feature and its contribution: 1 where more of it always speaks for a hit; <see cref="double.NaN"/> for groups.</param>
public sealed record FeatureImportance(string Feature, string? Genre, Estimate Drop, double Contribution, double Direction)
{
    private const int Repeats = 2;

    internal static IReadOnlyList<FeatureImportance> Of(IReadOnlyList<FoldModel> models, string? genre)
    {
        var parts = models.Select(model => new FoldPart(model, genre)).ToList();
        var shares = parts.Where(part => part.Songs.Count > 0).Select(part => (part, Shap: part.Model.Trees.Contributions(part.Rows))).ToList();
        return [.. models[0].Blocks
            .Select((block, b) => new FeatureImportance(
                block.Name, genre, OverFolds(parts.ConvertAll(part => part.Drop(b))), Size(shares, b), block.Columns.Count == 1 ? Slope(shares, b) : double.NaN))
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

    private static double Size(List<(FoldPart Part, float[] Shap)> shares, int block)
    {
        var sizes = shares.SelectMany(share => share.Part.Sums(share.Shap, block)).Select(Math.Abs).ToList();
        return sizes.Count == 0 ? double.NaN : sizes.Average();
    }

    private static double Slope(List<(FoldPart Part, float[] Shap)> shares, int block) => Correlation.Spearman(
        shares.SelectMany(share => share.Part.Values(block)).ToList(), shares.SelectMany(share => share.Part.Sums(share.Shap, block)).ToList(), "").Effect.Value;

    /// <summary>The test songs of a fold, or those of one genre.</summary>
    private sealed class FoldPart
    {
        private readonly double whole;

        public FoldPart(FoldModel model, string? genre)
        {
            Model = model;
            var rows = Enumerable.Range(0, model.Songs.Count).Where(i => genre is null || model.Songs[i].Song.Genre == genre).ToList();
            (Songs, Rows) = (rows.ConvertAll(i => model.Songs[i]), model.Part(rows));
            whole = Area(Rows);
        }

        public FoldModel Model { get; }

        public IReadOnlyList<LabelledSong> Songs { get; }

        public FeatureMatrix Rows { get; }

        public double Drop(int block) => double.IsNaN(whole) ? double.NaN : whole - Enumerable.Range(0, Repeats).Average(repeat => Area(Shuffled(Model.Blocks[block], repeat)));

        /// <summary>What the columns of a block add, song by song.</summary>
        public IEnumerable<double> Sums(float[] contributions, int block) =>
            Songs.Select((_, row) => Model.Blocks[block].Columns.Sum(column => (double)contributions[(row * (Rows.Columns + 1)) + column]));

        public IEnumerable<double> Values(int block) => Songs.Select((_, row) => (double)Rows[row, Model.Blocks[block].Columns[0]]);

        private FeatureMatrix Shuffled(FeatureBlock block, int seed)
        {
            var order = Enumerable.Range(0, Rows.Rows).ToArray();
            new SeededRandom(seed).Shuffle(order.AsSpan());
            var values = (float[])Rows.Values.Clone();
            for (var row = 0; row < order.Length; row++)
            {
                foreach (var column in block.Columns)
                    values[(row * Rows.Columns) + column] = Rows[order[row], column];
            }

            return Rows with { Values = values };
        }

        private double Area(FeatureMatrix rows) =>
            HitMetrics.AreaUnderRocCurve(FoldModel.Doubles(Model.Trees.Predict(rows)), Songs.Select(song => song.Hit).ToArray());
    }
}
