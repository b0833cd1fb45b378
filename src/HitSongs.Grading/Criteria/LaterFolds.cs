using HitSongs.Grading.Claims;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;

namespace HitSongs.Grading.Criteria;

/// <summary>
/// Finds labels that one fold's process left for the next: nothing of the submission has been given the labels of the first fold's songs before it predicts
/// them, while the songs of every later fold were training songs before. A model that is much better on those knows what it was not told.
/// </summary>
internal static class LaterFolds
{
    /// <summary>Standard errors of the first fold's value. Honest models came to 2.1 at most in 240 draws (the benchmark <c>first-fold</c>); a longer tail than
    /// that is not to cost anybody a grade.</summary>
    private const double MostErrors = 5;

    /// <summary>Half the width of a 95 % interval, in standard errors.</summary>
    private const double IntervalErrors = 1.96;

    private static readonly string[] Watched = [MetricNames.AreaUnderRocCurve, MetricNames.RootMeanSquaredError];

    /// <returns>What the model knows more of than it can, in a few words; null where nothing shows.</returns>
    public static string? Know(ModelRun model) =>
        Watched.FirstOrDefault(name => Errors(model, name) > MostErrors) is { } name
            ? $"{name} is {MetricText.Of(model.Metrics[name].Value)} over all folds and {MetricText.Of(model.FirstFold![name].Value)} on the first one"
            : null;

    /// <summary>By how many standard errors the value over all folds is better than the first fold's; 0 where that cannot be told.</summary>
    public static double Errors(ModelRun model, string name)
    {
        if (model.FirstFold?.GetValueOrDefault(name) is not { Low: { } low, High: { } high } first || model.Metrics.GetValueOrDefault(name) is not { } all)
        {
            return 0;
        }

        // Near its bound a metric's interval is not even: the wider side is taken.
        var error = Math.Max(high - first.Value, first.Value - low) / IntervalErrors;
        var better = MetricNames.IsLowerBetter(name) ? first.Value - all.Value : all.Value - first.Value;
        return error > 0 && double.IsFinite(better) ? better / error : 0;
    }
}
