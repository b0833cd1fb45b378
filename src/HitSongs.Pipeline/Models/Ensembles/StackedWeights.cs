using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Ensembles;

/// <summary>How the predictions of several models become one: weighted sums of popularities and of logits, each with an intercept.</summary>
/// <param name="Popularity">A weight per model, then the intercept.</param>
/// <param name="Hit">A weight per model, then the intercept; weights that sum to less than 1 make probabilities less certain.</param>
internal sealed record StackedWeights(double[] Popularity, double[] Hit)
{
    public static StackedWeights Equal(int models)
    {
        double[] weights = [.. Enumerable.Repeat(1.0 / models, models), 0];
        return new StackedWeights(weights, weights);
    }

    /// <param name="predictions">For each model one prediction per song, made without its artist.</param>
    public static StackedWeights Fit(IReadOnlyList<IReadOnlyList<Prediction>> predictions, IReadOnlyList<LabelledSong> songs, double equalWeights)
    {
        // What is fitted is the difference from equal weights; so the penalty draws towards those, and not towards 0.
        var (popularities, plain) = Rows(p => p.Popularity);
        var (logits, sure) = Rows(p => RegularizedRegression.Logit(p.HitProbability));
        var mean = songs.Average(song => song.Popularity);
        var spread = Math.Max(1, songs.Average(song => Math.Pow(song.Popularity - mean, 2)));
        double[] penalties = [.. Enumerable.Repeat(equalWeights, predictions.Count)];
        var popularity = RegularizedRegression.Ridge(popularities, [.. songs.Select((song, i) => song.Popularity - plain[i])], [.. penalties.Select(p => p * spread)]);
        var hit = RegularizedRegression.Logistic(logits, [.. songs.Select(song => song.Hit)], penalties, sure);
        return new StackedWeights(FromEqual(popularity), FromEqual(hit));

        (SparseRows Rows, double[] Equal) Rows(Func<Prediction, double> of)
        {
            var rows = new SparseRows(predictions.Count + 1);
            var equal = new double[songs.Count];
            for (var i = 0; i < songs.Count; i++)
            {
                double[] said = [.. predictions.Select(one => of(one[i]))];
                equal[i] = said.Average();
                rows.Add([.. said, 1]);
            }

            return (rows, equal);
        }
    }

    public static StackedWeights Load(JsonNode state, int models) => new(state.Numbers("popularity", models + 1), state.Numbers("hit", models + 1));

    public JsonObject Save() => new() { ["popularity"] = Json.Numbers(Popularity), ["hit"] = Json.Numbers(Hit) };

    private static double[] FromEqual(double[] differences) => [.. differences[..^1].Select(difference => difference + (1.0 / (differences.Length - 1))), differences[^1]];
}
