using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.Ensembles;

/// <summary>
/// Tries settings drawn at random beside the given ones, and trains with those that predict songs best whose artists they have not seen. All of
/// it happens inside the training songs, so that a score on test songs is not that of the luckiest setting.
/// </summary>
/// <param name="Start">The model whose settings are varied.</param>
/// <param name="Tries">Settings in all, 1 or more; the first one is <paramref name="Start"/> as it is.</param>
public sealed record SearchRecipe(ModelRecipe Start, int Tries) : ModelRecipe
{
    /// <summary>Inner folds, 2 or more.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>The settings that win on some songs.</summary>
    public ModelRecipe Choose(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        var random = new SeededRandom(seed);
        var candidates = Enumerable.Range(0, Tries).Select(i => i == 0 ? Start : Start.Vary(random)).Distinct().ToList();
        return candidates.Count == 1 ? Start : candidates.MinBy(candidate => Loss(candidate, songs, set, seed))!;
    }

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => Choose(songs, set, seed).Train(songs, set, seed);

    /// <summary>Log loss and squared error, each as a share of the trivial model's.</summary>
    private double Loss(ModelRecipe candidate, IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        if (InnerPredictions.Of(candidate, songs, set, Folds, seed) is not { } said)
            return 0;
        bool[] hits = [.. songs.Select(song => song.Hit)];
        double[] popularity = [.. songs.Select(song => song.Popularity)];
        var mean = MeanModel.Train(songs).Predict([.. songs.Select(song => song.Song)]);
        return Share(HitMetrics.LogLoss(Probability(said), hits), HitMetrics.LogLoss(Probability(mean), hits))
            + Share(PopularityMetrics.RootMeanSquaredError(Popularity(said), popularity), PopularityMetrics.RootMeanSquaredError(Popularity(mean), popularity));

        static double Share(double loss, double trivial) => trivial > 0 ? loss / trivial : loss;
        static double[] Probability(IReadOnlyList<Prediction> predictions) => [.. predictions.Select(p => p.HitProbability)];
        static double[] Popularity(IReadOnlyList<Prediction> predictions) => [.. predictions.Select(p => p.Popularity)];
    }
}
