using HitSongs.Grading.Criteria;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Tuning;
using HitSongs.Pipeline.Thresholds;

namespace HitSongs.Collecting.Tuning;

/// <summary>A metric criterion with what the known models reach, and the thresholds that follow from it.</summary>
/// <param name="Models">In the order of <see cref="KnownModels"/>, each with its values.</param>
internal sealed record TunedMetric(Question Question, MetricThresholds Thresholds, IReadOnlyList<(KnownModel Model, MetricSpread Spread)> Models)
{
    /// <summary>The probability with which a right model is to pass.</summary>
    public const double RightPasses = 0.999;

    public MetricCriterion Criterion => Thresholds.Criterion;

    /// <summary>Every metric criterion of a question whose models were run.</summary>
    public static IEnumerable<TunedMetric> All(
        Question question,
        IReadOnlyList<KnownModel> models,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, double>>> runs)
    {
        foreach (var criterion in question.Criteria.OfType<MetricCriterion>())
        {
            var spreads = models
                .Select(model => (Model: model, Spread: new MetricSpread([.. runs[model.Name].Select(run => run[criterion.Metric])])))
                .ToList();
            var bounded = spreads.ConvertAll(one =>
            {
                var (low, high) = one.Spread.Bounds(RightPasses);
                return new ModelSpread(one.Model.Name, one.Model.IsRight, low, high);
            });
            yield return new TunedMetric(question, MetricThresholds.Of(criterion, bounded), spreads);
        }
    }
}
