using HitSongs.Grading.Marks;
using HitSongs.Grading.Samples;

namespace HitSongs.Reporting.Cohorts;

/// <summary>Inter-rater agreement on a criterion: where it is low, people read the rubric differently.</summary>
/// <param name="Pairs">How often two persons marked the same answer.</param>
/// <param name="Same">Share of the pairs with the same points, 0 to 1.</param>
/// <param name="MeanDifference">Mean difference of their points, as a share of the criterion's, 0 to 1.</param>
/// <param name="QuadraticKappa">Cohen's kappa with quadratic weights over tenths of the points; NaN where nobody's marks vary.</param>
internal sealed record ReviewerAgreement(string Question, string Criterion, int Pairs, double Same, double MeanDifference, double QuadraticKappa)
{
    private const double Slack = 1e-9;

    /// <summary>By criterion, those that persons differ in most first; empty where no two marked the same answer.</summary>
    /// <param name="submissions">The marks of each.</param>
    public static IReadOnlyList<ReviewerAgreement> Of(IEnumerable<SubmissionMarks> submissions) =>
        [
            .. submissions
                .SelectMany(marks => marks.All.Where(mark => mark.Criterion is not null).GroupBy(mark => (mark.Question, Criterion: mark.Criterion!)))
                .SelectMany(group => PairsOf([.. group]).Select(pair => (group.Key, pair)))
                .GroupBy(entry => entry.Key, entry => entry.pair)
                .Select(group => Of(group.Key.Question, group.Key.Criterion, [.. group]))
                .OrderBy(agreement => double.IsNaN(agreement.QuadraticKappa) ? 1 : agreement.QuadraticKappa)
                .ThenByDescending(agreement => agreement.MeanDifference)
                .ThenBy(agreement => (agreement.Question, agreement.Criterion)),
        ];

    private static ReviewerAgreement Of(string question, string criterion, IReadOnlyList<(double, double)> pairs) =>
        new(
            question,
            criterion,
            pairs.Count,
            pairs.Average(pair => Math.Abs(pair.Item1 - pair.Item2) < Slack ? 1.0 : 0),
            pairs.Average(pair => Math.Abs(pair.Item1 - pair.Item2)),
            Agreement.Of(pairs).QuadraticKappa);

    // Each person's last word, on what was handed in last.
    private static IEnumerable<(double, double)> PairsOf(IReadOnlyList<Mark> marks)
    {
        var shares = marks
            .Where(mark => mark.HandedIn == marks[^1].HandedIn)
            .GroupBy(mark => mark.Reviewer, StringComparer.Ordinal)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => own.Last())
            .Where(mark => mark.Points is not null)
            .Select(mark => mark.Points!.Value / mark.Of!.Value)
            .ToList();
        return shares.SelectMany((share, i) => shares.Skip(i + 1).Select(other => (share, other)));
    }
}
