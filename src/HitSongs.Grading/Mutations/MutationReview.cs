using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Mutations;

/// <summary>A criterion that was weakened, and nobody noticed.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="How">What was done to it.</param>
public sealed record Survivor(string Question, string Criterion, string How);

/// <summary>Weakens every criterion of a question in turn, and grades what is known by it.</summary>
public static class MutationReview
{
    /// <summary>Number of mutations of a question's criteria.</summary>
    public static int CountOf(Question question) => question.Criteria.Sum(criterion => WeakenedCriterion.All(question, criterion).Count());

    /// <summary>Those that no case notices: none earns less or more than it must, by the weakened question alone.</summary>
    /// <param name="cases">From the cheapest to the dearest: the later ones are only made where an earlier one did not notice.</param>
    /// <param name="submission">The right submission, whose question a case takes the place of.</param>
    public static IReadOnlyList<Survivor> SurvivorsOf(Question question, IEnumerable<KnownCase> cases, SubmissionEvidence submission)
    {
        var alive = question.Criteria.SelectMany(criterion => WeakenedCriterion.All(question, criterion)).ToList();
        foreach (var known in cases)
        {
            if (alive.Count == 0)
            {
                break;
            }

            var now = known.EarnedBy(question, submission);

            // Where the criterion as it is gets a case wrong, that case tells nothing.
            alive.RemoveAll(weak =>
                known.Earns.TryGetValue(weak.Criterion, out var earns)
                && now.Contains(weak.Criterion) == earns
                && known.EarnedBy(weak.Question, submission).Contains(weak.Criterion) != earns);
        }

        return [.. alive.Select(weak => new Survivor(question.Id, weak.Criterion, weak.How))];
    }
}
