using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Grading.Tuning;

/// <summary>Where a criterion of prose is best cut, by what a person marked.</summary>
/// <param name="Stated">Marked answers that state it: of a concept those with at least half its points, of a misconception those without.</param>
/// <param name="Now">What is given for at least half the points today, doubtful ones by what is proposed.</param>
/// <param name="Cut">
/// The probability from which it should count as stated; null where nothing is read as a probability, or all answers are of one kind.
/// </param>
/// <param name="Best">What would be found by that cut.</param>
public sealed record ProseCut(Criterion Criterion, int Answers, int Stated, PrecisionAndRecall Now, double? Cut, PrecisionAndRecall? Best)
{
    private const double Half = 0.5;

    /// <summary>The cut of each concept and misconception of a question.</summary>
    /// <param name="reviews">Marked answers with their scores, none of them held out.</param>
    public static IEnumerable<ProseCut> All(IReadOnlyList<Criterion> criteria, IReadOnlyList<SampleReview> reviews)
    {
        foreach (var criterion in criteria.Where(criterion => criterion.Kind is "concept" or "misconception"))
        {
            // Of who says nothing right, no mistake is looked for: their lack of points is none.
            var cells = reviews
                .Select(review => (Score: review.Scores.Single(score => score.Id == criterion.Id), Mark: review.Mark(criterion.Id)))
                .Where(cell => cell.Score.Status != Status.Blocked)
                .Select(cell => new Cell(IsStated(criterion, cell.Mark), IsStated(criterion, cell.Score.ProposedPoints), cell.Score.StatedProbability))
                .ToList();
            if (cells.Count > 0)
            {
                yield return Of(criterion, cells);
            }
        }
    }

    private static bool IsStated(Criterion criterion, double points) => points >= criterion.Points * Half == (criterion.Kind == "concept");

    private static ProseCut Of(Criterion criterion, List<Cell> cells)
    {
        var now = PrecisionAndRecall.Of(cells.Select(cell => (cell.IsStated, cell.IsFound)));
        var stated = cells.Count(cell => cell.IsStated);
        if (stated == 0 || stated == cells.Count || cells.Exists(cell => cell.Probability is null))
        {
            return new ProseCut(criterion, cells.Count, stated, now, null, null);
        }

        // Between two neighbours: no further answer lies exactly on one of these.
        var probabilities = cells.Select(cell => cell.Probability!.Value).Distinct().Order().ToList();
        var best = probabilities
            .Zip(probabilities.Skip(1), (low, high) => Math.Round((low + high) / 2, 3))
            .Prepend(Half)
            .Distinct()
            .Select(cut => (Cut: cut, Figures: PrecisionAndRecall.Of(cells.Select(cell => (cell.IsStated, cell.Probability >= cut)))))
            .OrderByDescending(one => Math.Round(one.Figures.F1, 6))
            .ThenBy(one => Math.Abs(one.Cut - Half))
            .First();
        return new ProseCut(criterion, cells.Count, stated, now, best.Cut, best.Figures);
    }

    private sealed record Cell(bool IsStated, bool IsFound, double? Probability);
}

/// <summary>Agreement of what is found with what is there.</summary>
/// <param name="Precision">Share of the found that are there; NaN where nothing is found.</param>
/// <param name="Recall">Share of what is there that is found; NaN where nothing is there.</param>
public sealed record PrecisionAndRecall(double Precision, double Recall)
{
    /// <summary>Their harmonic mean; 0 where one is 0 or undefined.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <param name="cases">What is there, and what was found.</param>
    public static PrecisionAndRecall Of(IEnumerable<(bool IsThere, bool IsFound)> cases)
    {
        var all = cases.ToList();
        double right = all.Count(one => one is { IsThere: true, IsFound: true });
        return new(right / all.Count(one => one.IsFound), right / all.Count(one => one.IsThere));
    }
}
