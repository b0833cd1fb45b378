using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Scoring;

namespace HitSongs.Cli.Commands.Tuning;

/// <summary>Tells whose grade moves from one rubric to another.</summary>
internal static class GradeMoves
{
    /// <param name="folders">Of evidence.</param>
    public static void Write(IReadOnlyList<string> folders, Rubric now, Rubric proposed, TextWriter output)
    {
        var moved = 0;
        foreach (var evidence in folders.Select(EvidenceFolder.Read))
        {
            var (before, after) = (Grader.Grade(now, evidence), Grader.Grade(proposed, evidence));
            var changes = GradeComparison.Between(before, after);
            if (changes.Count == 0)
            {
                continue;
            }

            moved++;
            output.WriteLine(
                $"{evidence.Submission.Name}: {before.Points:0.##} → {after.Points:0.##} points"
                    + (before.Passed == after.Passed ? "" : after.Passed ? ", would pass" : ", would not pass"));
            foreach (var change in changes)
            {
                output.WriteLine($"  {change.Question}/{change.Criterion}: {change.OldPoints:0.##} → {change.NewPoints:0.##}. {change.Why}");
            }
        }

        if (folders.Count > 0)
        {
            output.WriteLine($"{moved} of {folders.Count} grades would move");
        }
    }
}
