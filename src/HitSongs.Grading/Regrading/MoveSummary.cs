using System.Text.RegularExpressions;
using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Regrading;

/// <summary>Who of a cohort moved, and why.</summary>
/// <param name="Submissions">How many were graded again.</param>
/// <param name="Moved">Those whose points or statuses changed, the farthest first.</param>
/// <param name="Criteria">What moved them, the most points first.</param>
public sealed record MoveSummary(int Submissions, IReadOnlyList<Move> Moved, IReadOnlyList<CriterionMoves> Criteria)
{
    /// <summary>Those that did not pass before and do now.</summary>
    public int NowPassed => Moved.Count(move => move is { Before.Passed: false, Now.Passed: true });

    /// <summary>Those that passed before and do not now.</summary>
    public int NoLongerPassed => Moved.Count(move => move is { Before.Passed: true, Now.Passed: false });

    public static MoveSummary Of(IReadOnlyCollection<Move> moves)
    {
        var criteria = moves
            .SelectMany(move => move.Changes)
            .GroupBy(change => (change.Question, change.Criterion))
            .Select(group => CriterionMoves.Of(group.Key.Question, group.Key.Criterion, [.. group]))
            .OrderByDescending(criterion => Math.Abs(criterion.Difference))
            .ThenBy(criterion => (criterion.Question, criterion.Criterion));
        var moved = moves
            .Where(move => move.Changes.Count > 0)
            .OrderByDescending(move => Math.Abs(move.Difference))
            .ThenBy(move => move.Submission, StringComparer.Ordinal);
        return new MoveSummary(moves.Count, [.. moved], [.. criteria]);
    }
}

/// <param name="Difference">Points over all submissions: negative where they lost.</param>
/// <param name="Reasons">The most frequent first.</param>
public sealed record CriterionMoves(string Question, string Criterion, int Count, double Difference, IReadOnlyList<MoveReason> Reasons)
{
    internal static CriterionMoves Of(string question, string criterion, IReadOnlyList<GradeChange> changes) =>
        new(
            question,
            criterion,
            changes.Count,
            Math.Round(changes.Sum(change => (change.NewPoints ?? 0) - (change.OldPoints ?? 0)), 2),
            [
                .. changes
                    .GroupBy(change => (change.OldStatus, change.NewStatus, Kind: MoveReason.KindOf(change.Why)))
                    .Select(group => new MoveReason(group.Key.OldStatus, group.Key.NewStatus, group.Count(), group.First().Why))
                    .OrderByDescending(reason => reason.Count),
            ]);
}

/// <param name="From">Null where the criterion was not there.</param>
/// <param name="To">Null where it is no longer there.</param>
/// <param name="Example">What one of them is told.</param>
public sealed record MoveReason(Status? From, Status? To, int Count, string Example)
{
    private static readonly Regex Particulars = new("""[−-]?[0-9]+(?:[.,][0-9]+)*|"[^"]*"|`[^`]*`""", RegexOptions.NonBacktracking);

    /// <summary>Reasons that differ in numbers or quoted words alone are of one kind.</summary>
    internal static string KindOf(string why) => Particulars.Replace(why, "#");
}
