using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Mutations;

/// <summary>A criterion that looks at nothing: every answer earns the same share of its points.</summary>
/// <param name="Share">0 or 1.</param>
internal sealed record FixedCriterion(Criterion Original, double Share)
    : Criterion(new CriterionHead(Original.Id, Original.Kind, Original.Name, Original.Points, []))
{
    internal override bool IsGradedLast => Original.IsGradedLast;

    public override Score Grade(GradingContext context) => Partial(Share, "It is the same for everybody.");
}
