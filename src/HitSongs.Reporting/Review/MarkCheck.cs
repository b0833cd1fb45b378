using HitSongs.Grading.Evidence;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Reviews;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Review;

/// <summary>Looks at what a person asks to be written down before it is.</summary>
internal static class MarkCheck
{
    private const int LongestName = 100;
    private const int LongestReason = 4000;

    /// <summary>Null where nothing is wrong with it.</summary>
    public static (MarkOutcome, string)? ProblemOf(MarkRequest request, ReviewItem item, OpenSubmission submission)
    {
        if (string.IsNullOrWhiteSpace(request.Reviewer) || request.Reviewer.Length > LongestName)
        {
            return (MarkOutcome.Refused, $"Say who marks, in at most {LongestName} characters.");
        }

        if (request.Reason.Length > LongestReason)
        {
            return (MarkOutcome.Refused, $"The comment is longer than {LongestReason:N0} characters.");
        }

        return ProblemOfKind(request, item, submission) is { } wrong ? (MarkOutcome.Refused, wrong)
            : ConflictOf(request, item, submission) is { } changed ? (MarkOutcome.Conflict, changed)
            : null;
    }

    public static Mark MarkOf(MarkRequest request, ReviewItem item, OpenSubmission submission, DateTimeOffset now)
    {
        var most = submission.Find(item.Question, item.Criterion)?.Score.MaxPoints;
        var points = request.Points is { } given ? Math.Round(given, 2) : (double?)null;
        var of = points is null ? null : most;
        return new Mark(
            item.Question, item.Criterion, points, of, request.Reason.Trim(), request.Reviewer.Trim(), now, HandedInFor(item, submission));
    }

    private static string? ProblemOfKind(MarkRequest request, ReviewItem item, OpenSubmission submission)
    {
        var asked = (request.Points is not null ? 1 : 0) + (request.Withdraw ? 1 : 0) + (request.Judged ? 1 : 0);
        if (asked != 1 || request.Judged != item.Criterion is null)
        {
            return item.Criterion is null ? "Shared passages are looked at; they have no points." : "A criterion gets points, or its mark is withdrawn.";
        }

        if (request.Judged)
        {
            return null;
        }

        if (submission.Find(item.Question, item.Criterion) is not var (_, score))
        {
            return "The rubric does not have this criterion any more.";
        }

        return request.Points is { } points && !(points >= 0 && points <= score.MaxPoints)
            ? $"Points must be a number from 0 to {Numbers.Points(score.MaxPoints)}."
            : null;
    }

    private static string? ConflictOf(MarkRequest request, ReviewItem item, OpenSubmission submission)
    {
        if (request.HandedIn != HandedInFor(item, submission))
        {
            return "What was handed in has been collected anew since you saw it: load the page again.";
        }

        var marks = item.Criterion is { } criterion ? submission.Marks.Of(item.Question, criterion).ToList() : [];
        return marks.Count == request.Seen
            ? null
            : $"{marks.LastOrDefault()?.Reviewer ?? "Somebody"} has marked this meanwhile: load the page again to see it.";
    }

    private static string HandedInFor(ReviewItem item, OpenSubmission submission) => HandedIn.Sha256(submission.EvidenceOf(item.Question));
}
