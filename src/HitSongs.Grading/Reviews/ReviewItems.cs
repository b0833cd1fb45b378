using System.Security.Cryptography;
using System.Text;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;

namespace HitSongs.Grading.Reviews;

/// <summary>Review items of a submission, by the points that a look is expected to change.</summary>
public static class ReviewItems
{
    // Nobody knows what a person will give where nothing is proposed: half of it is expected.
    private const double Unknown = 0.5;

    /// <summary>In the order of <see cref="Order"/>.</summary>
    /// <param name="evidence">The folder of its evidence.</param>
    /// <param name="marks">What persons have written down.</param>
    /// <param name="read">Reads the evidence; asked only where there are copies to judge.</param>
    /// <param name="second">For a second reading, its reader: then only what others have marked, and this one has not.</param>
    public static IReadOnlyList<ReviewItem> Of(
        string evidence, Grade grade, SubmissionMarks marks, Func<SubmissionEvidence> read, string? second = null)
    {
        var found = second is { } reader
            ? SecondReadings(evidence, grade, marks, reader)
            : Waiting(evidence, grade).Concat(Copied(evidence, grade, marks, read));
        return [.. Order(found)];
    }

    /// <summary>The most valuable first; equally valuable ones by submission and question, so that one reads on in the same answer.</summary>
    public static IOrderedEnumerable<ReviewItem> Order(IEnumerable<ReviewItem> items) =>
        items
            .OrderByDescending(item => item.ExpectedChange)
            .ThenBy(item => item.Question, StringComparer.Ordinal)
            .ThenBy(item => item.Submission, StringComparer.Ordinal)
            .ThenBy(item => item.Criterion, StringComparer.Ordinal);

    /// <summary>An item for any criterion, also one that does not wait.</summary>
    public static ReviewItem ItemOf(string evidence, Grade grade, string question, Score score) =>
        WaitingOf(evidence, grade, question, score) ?? Item(evidence, grade, question, score.Id, ReviewReason.Overrule, 0);

    private static IEnumerable<ReviewItem> Waiting(string evidence, Grade grade) =>
        grade.Scores.Select(row => WaitingOf(evidence, grade, row.Question.Id, row.Score)).OfType<ReviewItem>();

    private static ReviewItem? WaitingOf(string evidence, Grade grade, string question, Score score)
    {
        (ReviewReason, double)? reason = score switch
        {
            { StaleMark: { } stale } => (ReviewReason.StaleMark, Math.Abs(stale.Points - score.Points)),
            { Status: Status.Ungraded, Proposal: { } proposal } => (ReviewReason.InDoubt, proposal),
            { Status: Status.Ungraded } => (ReviewReason.Manual, score.MaxPoints * Unknown),
            { NearThreshold: { } near } => (ReviewReason.WithinNoise, near.ExpectedChange),
            _ => null,
        };
        return reason is var (why, change) ? Item(evidence, grade, question, score.Id, why, change) : null;
    }

    private static IEnumerable<ReviewItem> SecondReadings(string evidence, Grade grade, SubmissionMarks marks, string reader) =>
        from row in grade.Scores
        let own = marks.Of(row.Question.Id, row.Score.Id).Where(mark => mark.Points is not null).ToList()
        where own.Count > 0 && !own.Exists(mark => mark.Reviewer == reader)
        select Item(evidence, grade, row.Question.Id, row.Score.Id, ReviewReason.SecondReading, row.Score.MaxPoints);

    // A copied share of an answer is worth that share of its points.
    private static IEnumerable<ReviewItem> Copied(string evidence, Grade grade, SubmissionMarks marks, Func<SubmissionEvidence> read)
    {
        if (grade.Copies.Count == 0)
        {
            return [];
        }

        var handedIn = read().Questions.ToDictionary(question => question.Question, StringComparer.Ordinal);
        return
            from copies in grade.Copies.GroupBy(copy => copy.Question, StringComparer.Ordinal)
            let own = handedIn.GetValueOrDefault(copies.Key)
            where !marks.HasJudgedCopies(copies.Key, HandedIn.Sha256(own))
            let points = grade.Scores.Where(row => row.Question.Id == copies.Key).Sum(row => row.Score.Points)
            select Item(evidence, grade, copies.Key, null, ReviewReason.Copies, Math.Round(points * ShareOf(copies, own), 2));
    }

    private static double ShareOf(IEnumerable<CopyFinding> copies, QuestionEvidence? own)
    {
        var words = own?.Answer?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
        return words == 0 ? 0 : Math.Min(1, (double)copies.Sum(copy => copy.Words) / words);
    }

    private static ReviewItem Item(string evidence, Grade grade, string question, string? criterion, ReviewReason reason, double change) =>
        new(IdOf(evidence, question, criterion), evidence, grade.Submission.Name, question, criterion, reason, change);

    private static string IdOf(string evidence, string question, string? criterion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Path.GetFullPath(evidence)}\0{question}\0{criterion}")))[..20];
}
