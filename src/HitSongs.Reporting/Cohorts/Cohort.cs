using HitSongs.Grading.Grades;

namespace HitSongs.Reporting.Cohorts;

/// <summary>The grades of many submissions by one rubric.</summary>
/// <param name="Title">The rubric's.</param>
/// <param name="Members">In the order of their names.</param>
/// <param name="Copies">By the member's name: what its answers share with those of members before it.</param>
internal sealed record Cohort(string Title, IReadOnlyList<CohortMember> Members, IReadOnlyList<(string Member, CopyFinding Finding)> Copies)
{
    /// <summary>Of criteria that two persons marked on the same answers.</summary>
    public IReadOnlyList<ReviewerAgreement> Agreements { get; init; } = [];

    /// <summary>Those with a grade.</summary>
    public IReadOnlyList<Grade> Grades { get; } = [.. Members.Select(member => member.Grade).OfType<Grade>()];

    /// <summary>Every criterion of the rubric with what became of it, in the rubric's order.</summary>
    public IEnumerable<(string Question, string Criterion, double Points, IReadOnlyList<Score> Scores)> Criteria =>
        Grades
            .SelectMany(grade =>
                grade
                    .Sections.SelectMany(section => section.Questions)
                    .SelectMany(question => question.Criteria.Select(score => (Question: question.Id, Score: score)))
            )
            .GroupBy(row => (row.Question, row.Score.Id))
            .Select(group => (group.Key.Question, group.Key.Id, group.First().Score.MaxPoints, (IReadOnlyList<Score>)[.. group.Select(row => row.Score)]));
}

/// <summary>A submission of a cohort.</summary>
/// <param name="Name">Also the folder of its results, beside the cohort's page.</param>
/// <param name="Grade">Null where it could not be graded.</param>
/// <param name="Json">Its grade as it was written, but for what differs between equal runs; null as <paramref name="Grade"/>.</param>
/// <param name="Fault">Why not; null where it was.</param>
internal sealed record CohortMember(string Name, Grade? Grade, string? Json, string? Fault);
