using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;
using MathNet.Numerics.Distributions;

namespace HitSongs.Pipeline.Features;

/// <summary>
/// Replaces numbers by the normal quantile of their rank among the training songs: skewed columns become as well-behaved as any other, and
/// no outlier is far away. A missing number becomes 0, the middle; so does every number of a column that is constant or missing throughout.
/// </summary>
internal sealed class NormalScores
{
    private const int MostKnots = 64;

    private readonly IReadOnlyList<(double[] Values, double[] Scores)> columns;

    private NormalScores(IReadOnlyList<(double[] Values, double[] Scores)> columns) => this.columns = columns;

    /// <param name="features">Training rows.</param>
    /// <param name="chosen">Which columns, in the order of the result.</param>
    public static NormalScores Fit(FeatureMatrix features, IReadOnlyList<int> chosen) => new(chosen.Select(column => Knots(features, column)).ToList());

    public static NormalScores Load(JsonNode state) => new(state.Parts("knots").Select(knots =>
    {
        var count = knots.Whole("count", 0, MostKnots);
        var values = knots.Numbers("values", count);
        return values.SequenceEqual(values.Order()) ? (values, knots.Numbers("scores", count)) : throw new FormatException("'values' are out of order");
    }).ToList());

    public int Columns => columns.Count;

    public double Of(int column, double value)
    {
        var (values, scores) = columns[column];
        if (double.IsNaN(value) || values.Length < 2)
            return 0;
        var at = Array.BinarySearch(values, value);
        if (at >= 0)
            return scores[at];
        var above = ~at;
        if (above == 0 || above == values.Length)
            return scores[above == 0 ? 0 : ^1];
        var share = (value - values[above - 1]) / (values[above] - values[above - 1]);
        return scores[above - 1] + (share * (scores[above] - scores[above - 1]));
    }

    public JsonObject Save() =>
        new()
        {
            ["knots"] = new JsonArray([
                .. columns.Select(c =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["count"] = c.Values.Length,
                            ["values"] = Json.Numbers(c.Values),
                            ["scores"] = Json.Numbers(c.Scores),
                        }
                ),
            ]),
        };

    private static (double[] Values, double[] Scores) Knots(FeatureMatrix features, int column)
    {
        var sorted = Enumerable.Range(0, features.Rows).Select(row => (double)features[row, column]).Where(double.IsFinite).Order().ToArray();
        var knots = new SortedDictionary<double, double>();
        for (var i = 0; i < MostKnots && sorted.Length > 0; i++)
        {
            var value = sorted[(int)((long)i * (sorted.Length - 1) / (MostKnots - 1))];
            // Equal values share the middle of their ranks.
            var rank = (First(sorted, value) + First(sorted, Math.BitIncrement(value))) / 2.0;
            knots[value] = Normal.InvCDF(0, 1, rank / sorted.Length);
        }

        return ([.. knots.Keys], [.. knots.Values]);
    }

    /// <summary>Number of smaller numbers.</summary>
    private static int First(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
