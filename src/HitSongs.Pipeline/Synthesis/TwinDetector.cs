using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>How well trees tell synthetic songs from real ones that they have not seen: what no comparison of single columns or pairs shows.</summary>
/// <param name="AreaUnderRocCurve">0.5 where nothing tells them apart, 1 where everything does; the mean of five folds that keep artists together.</param>
/// <param name="Telltale">The column without whose values the trees would lose most.</param>
/// <param name="TelltaleDrop">How much of the area they would lose.</param>
public sealed record TwinDetector(double AreaUnderRocCurve, string Telltale, double TelltaleDrop)
{
    private const int Folds = 5;

    private static readonly XGBoostParameters Trees = new(XGBoostObjective.Logistic) { Rounds = 200, MaxDepth = 4, LearningRate = 0.1 };

    /// <param name="columns">Of the real songs, by name.</param>
    /// <param name="synthetic">The same columns of the synthetic songs.</param>
    /// <param name="songs">The real songs and then the synthetic ones.</param>
    internal static TwinDetector Of(IReadOnlyDictionary<string, double[]> columns, IReadOnlyDictionary<string, double[]> synthetic, IReadOnlyList<LabelledSong> songs, int seed)
    {
        string[] names = [.. columns.Keys];
        var real = columns[names[0]].Length;
        var rows = Enumerable.Range(0, songs.Count).ToList();
        var made = rows.ConvertAll(row => row >= real);
        // Folds are equal in what is to be told apart; what is left of a difference would enter an area over all folds together, but not within each.
        var part = GroupFolds.Divide([.. songs.Select((song, row) => song with { Hit = made[row] })], song => song.Song.PrimaryArtist, Folds, seed);
        var folds = Enumerable.Range(0, Folds).Select(Areas).ToList();
        var area = folds.Average(fold => fold.Whole);
        var (telltale, drop) = names.Select((name, column) => (name, Drop: area - folds.Average(fold => fold.Without[column]))).MaxBy(pair => pair.Drop);
        return new TwinDetector(area, telltale, drop);

        (double Whole, double[] Without) Areas(int fold)
        {
            var (training, test) = (rows.FindAll(row => part[row] != fold), rows.FindAll(row => part[row] == fold));
            using var trees = XGBoost.Train(Matrix(training), training.Select(row => made[row] ? 1f : 0f).ToArray(), Trees with { Seed = seed });
            var asked = Matrix(test);
            int[] order = [.. Enumerable.Range(0, test.Count)];
            new SeededRandom(seed).Shuffle(order.AsSpan());
            var shuffled = trees.Predict(asked, asked, [.. names.Select((_, column) => new ColumnExchange([column], [order]))]);
            return (Area(trees.Predict(asked)), [.. shuffled.Select(answers => Area(answers[0]))]);

            double Area(float[] probabilities) =>
                HitMetrics.AreaUnderRocCurve(Array.ConvertAll(probabilities, p => (double)p), [.. test.Select(row => made[row])]);
        }

        FeatureMatrix Matrix(IReadOnlyList<int> some) => new(
            [.. some.SelectMany(row => names.Select(name => (float)(row < real ? columns[name][row] : synthetic[name][row - real])))], some.Count, names);
    }
}
