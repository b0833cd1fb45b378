using HitSongs.Pipeline.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Evaluation;

public sealed class PopularityMetricsTests
{
    private const double Exact = 1e-9;

    // The example of scikit-learn's documentation.
    private static readonly double[] Actual = [3, -0.5, 2, 7];
    private static readonly double[] Predicted = [2.5, 0, 2, 8];

    [Test]
    public void Metrics_are_those_of_scikit_learns_documentation()
    {
        Assert.That(PopularityMetrics.RootMeanSquaredError(Predicted, Actual), Is.EqualTo(0.6123724356957945).Within(Exact));
        Assert.That(PopularityMetrics.MeanAbsoluteError(Predicted, Actual), Is.EqualTo(0.5).Within(Exact));
        Assert.That(PopularityMetrics.RSquared(Predicted, Actual), Is.EqualTo(0.9486081370449679).Within(Exact));
    }

    [Test]
    public void R_squared_is_zero_for_the_mean_and_undefined_where_nothing_varies()
    {
        Assert.That(PopularityMetrics.RSquared([2, 2, 2], [1, 2, 3]), Is.Zero);
        Assert.That(PopularityMetrics.RSquared([1, 2], [5, 5]), Is.NaN);
    }

    [Test]
    public void Without_songs_every_metric_is_undefined()
    {
        Assert.That(PopularityMetrics.RootMeanSquaredError([], []), Is.NaN);
        Assert.That(PopularityMetrics.MeanAbsoluteError([], []), Is.NaN);
        Assert.That(PopularityMetrics.RSquared([], []), Is.NaN);
    }

    [Test]
    public void A_row_that_counts_twice_is_as_good_as_two_rows()
    {
        double[] actual = [3, 3, 2, 7];
        double[] predicted = [2.5, 2.5, 2, 8];
        int[] weights = [2, 0, 1, 1];

        Assert.That(PopularityMetrics.RootMeanSquaredError(Predicted, Actual, weights),
            Is.EqualTo(PopularityMetrics.RootMeanSquaredError(predicted, actual)).Within(Exact));
        Assert.That(PopularityMetrics.MeanAbsoluteError(Predicted, Actual, weights),
            Is.EqualTo(PopularityMetrics.MeanAbsoluteError(predicted, actual)).Within(Exact));
        Assert.That(PopularityMetrics.RSquared(Predicted, Actual, weights), Is.EqualTo(PopularityMetrics.RSquared(predicted, actual)).Within(Exact));
    }
}
