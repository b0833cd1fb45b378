using HitSongs.Grading.Marks;

namespace HitSongs.Grading.Grades;

/// <summary>Puts a person's mark in the place of what the harness gives.</summary>
internal static class MarkedScore
{
    /// <param name="automatic">What the harness gives.</param>
    /// <param name="marks">Of this criterion, oldest first.</param>
    /// <param name="handedIn">Digest of what is handed in for the question now.</param>
    public static Score Of(Score automatic, IEnumerable<Mark> marks, string handedIn)
    {
        var all = marks.ToList();
        if (all is not [.. var earlier, { Points: { } points } mark])
        {
            return automatic;
        }

        if (BecauseStale(mark, automatic, handedIn) is { } because)
        {
            return automatic with { StaleMark = new StaleMark(points, mark.Reviewer, mark.Time, mark.Reason, because) };
        }

        return automatic with
        {
            Status = points <= 0 ? Status.Failed : points >= automatic.MaxPoints ? Status.Passed : Status.Partial,
            Points = points,
            Proposal = null,
            Confidence = null,
            NearThreshold = null,
            Feedback = mark.Reason.Length > 0 ? $"Marked by {mark.Reviewer}: {mark.Reason}" : $"Marked by {mark.Reviewer}.",
            Mark = new ScoreMark(
                points,
                mark.Reviewer,
                mark.Time,
                mark.Reason,
                new AutomaticScore(automatic.Status, automatic.ProposedPoints, automatic.Feedback),
                [.. earlier.Select(one => new EarlierMark(one.Points, one.Reviewer, one.Time, one.Reason))]),
        };
    }

    private static string? BecauseStale(Mark mark, Score automatic, string handedIn) =>
        mark.HandedIn != handedIn ? "what was handed in has changed since"
        : mark.Of is { } of && Math.Abs(of - automatic.MaxPoints) > SectionGrade.RoundingSlack
            ? $"the criterion was worth {of:0.##} points then and is worth {automatic.MaxPoints:0.##} now"
        : null;
}
