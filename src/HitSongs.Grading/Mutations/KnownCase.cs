using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;

namespace HitSongs.Grading.Mutations;

/// <summary>A submission of which it is known what it must earn: a marked answer, a right submission, or one that was made wrong.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Evidence">What was observed of the question.</param>
/// <param name="Earns">For each criterion of which that is known, whether it must earn at least half its points.</param>
/// <param name="IsProse">Whether there is prose alone: criteria of other evidence are then left out.</param>
public sealed record KnownCase(string Name, QuestionEvidence Evidence, IReadOnlyDictionary<string, bool> Earns, bool IsProse)
{
    /// <summary>The criteria that earn at least half their points.</summary>
    /// <param name="submission">The right submission, whose question this one takes the place of.</param>
    public IReadOnlySet<string> EarnedBy(Question question, SubmissionEvidence submission)
    {
        var asked = IsProse ? question with { Criteria = [.. question.Criteria.Where(one => Earns.ContainsKey(one.Id))] } : question;
        return Grader.GradeQuestion(asked, Evidence, submission)
            .Criteria.Where(score => score.ProposedPoints >= score.MaxPoints / 2)
            .Select(score => score.Id)
            .ToHashSet(StringComparer.Ordinal);
    }
}
