using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Samples;

/// <summary>Figures of a rubric's agreement with the marks of answers, by which it is judged.</summary>
/// <param name="Reviews">At least one.</param>
public sealed record SampleFigures(IReadOnlyList<SampleReview> Reviews)
{
    private const int Bins = 5;

    private const double LeastConfidence = 0.5;

    /// <summary>Of the concepts alone.</summary>
    public Agreement Concepts => Agreement.Of([.. Reviews.Select(review => (review.ConceptShare(review.Mark), review.ConceptShare(s => s.ProposedPoints)))]);

    /// <summary>The same where the marker decides what is in doubt.</summary>
    public Agreement Decided =>
        Agreement.Of([
            .. Reviews.Select(review => (review.ConceptShare(review.Mark), review.ConceptShare(s => s.Status == Status.Ungraded ? review.Mark(s) : s.Points))),
        ]);

    /// <summary>The share of concepts and misconceptions that a person should look at.</summary>
    public double Doubtful => Cells.Average(cell => cell.Score.Status == Status.Ungraded ? 1.0 : 0);

    /// <summary>For each kind of answer how many there are, and the mean shares of the concepts' points that they deserve and that they are given.</summary>
    public IEnumerable<(string Kind, int Count, double Deserved, double Given)> Kinds =>
        Reviews
            .GroupBy(review => review.Sample.Kind, StringComparer.Ordinal)
            .Select(group =>
                (
                    group.Key,
                    group.Count(),
                    group.Average(review => review.ConceptShare(review.Mark)),
                    group.Average(review => review.ConceptShare(s => s.ProposedPoints))
                )
            );

    /// <summary>Misconceptions that are stated, those of them that are found, false alarms, those in doubt, and all cells in which one might be.</summary>
    public (int Stated, int Found, int False, int Doubtful, int Cells) Misconceptions
    {
        get
        {
            // Who says nothing has neither: it is blocked.
            var cells = Cells.Where(cell => cell.Score is { Kind: "misconception", Status: not Status.Blocked }).ToList();
            return (
                cells.Count(cell => cell.Mark == 0),
                cells.Count(cell => cell.Mark == 0 && cell.Score.Status == Status.Failed),
                cells.Count(cell => cell.Mark > 0 && cell.Score.Status == Status.Failed),
                cells.Count(cell => cell.Score.Status == Status.Ungraded),
                cells.Count);
        }
    }

    /// <summary>For each bin of the confidence how many scores there are, their mean confidence, and the share of them that are within half the points of
    /// the mark.</summary>
    public IEnumerable<(int Count, double Confidence, double Right)> Reliability =>
        Cells
            .Where(cell => cell.Score.Confidence is not null)
            .GroupBy(cell => Math.Min(Bins - 1, (int)((cell.Score.Confidence!.Value - LeastConfidence) * 2 * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin =>
                (
                    bin.Count(),
                    bin.Average(cell => cell.Score.Confidence!.Value),
                    bin.Average(cell => Math.Abs(cell.Score.ProposedPoints - cell.Mark) < cell.Score.MaxPoints / 2 ? 1.0 : 0)
                )
            );

    private IEnumerable<(Score Score, double Mark)> Cells =>
        Reviews.SelectMany(review => review.Scores.Where(score => score.Kind is "concept" or "misconception").Select(score => (score, review.Mark(score.Id))));
}
