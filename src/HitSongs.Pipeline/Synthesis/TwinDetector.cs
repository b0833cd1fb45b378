namespace HitSongs.Pipeline;

/// <summary>How well trees tell synthetic songs from real ones that they have not seen: what no comparison of single columns or pairs shows.</summary>
/// <param name="AreaUnderRocCurve">0.5 where nothing tells them apart, 1 where everything does; over five folds that keep artists together.</param>
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
        var part = GroupFolds.Divide(songs, song => song.Song.PrimaryArtist, Folds, seed);
        var answers = new double[rows.Count];
        var shuffled = names.Select(_ => new double[rows.Count]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var (training, test) = (rows.FindAll(row => part[row] != fold), rows.FindAll(row => part[row] == fold));
            using var trees = XGBoost.Train(Matrix(training), training.Select(row => made[row] ? 1f : 0f).ToArray(), Trees with { Seed = seed });
            var asked = Matrix(test);
            Place(trees.Predict(asked), answers);
            int[] order = [.. Enumerable.Range(0, test.Count)];
            new SeededRandom(seed).Shuffle(order.AsSpan());
            var exchanged = trees.Predict(asked, asked, [.. names.Select((_, column) => new ColumnExchange([column], [order]))]);
            for (var column = 0; column < names.Length; column++)
                Place(exchanged[column][0], shuffled[column]);

            void Place(float[] probabilities, double[] into)
            {
                for (var i = 0; i < probabilities.Length; i++)
                    into[test[i]] = probabilities[i];
            }
        }

        var area = HitMetrics.AreaUnderRocCurve(answers, [.. made]);
        var (telltale, drop) = names.Select((name, i) => (name, Drop: area - HitMetrics.AreaUnderRocCurve(shuffled[i], [.. made]))).MaxBy(pair => pair.Drop);
        return new TwinDetector(area, telltale, drop);

        FeatureMatrix Matrix(IReadOnlyList<int> some) => new(
            [.. some.SelectMany(row => names.Select(name => (float)(row < real ? columns[name][row] : synthetic[name][row - real])))], some.Count, names);
    }
}
