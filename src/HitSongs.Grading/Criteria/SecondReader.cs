using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>Lets the verdict of a second reader take the place of a score where the rubric allows that.</summary>
internal static class SecondReader
{
    /// <param name="first">The score by the harness's own reading.</param>
    /// <param name="scored">The score by a verdict.</param>
    public static Score Decide(GradingContext context, Score first, Func<ValidVerdict, Score> scored)
    {
        var mayDecide = context.Question.VerdictUse switch
        {
            _ when first.Status == Status.Error => false,
            VerdictUse.All => true,
            VerdictUse.Doubts => first is { Status: Status.Ungraded, Proposal: not null },
            _ => false,
        };
        if (!mayDecide || context.Evidence is not { SecondReading: { } reading, Answer: { } answer } || reading.Of(first.Id, answer) is not { } verdict)
        {
            return first;
        }

        var second = scored(verdict);
        return second with { SecondReader = reading.Model, Feedback = $"{second.Feedback.TrimEnd()} (Decided by the second reader, {reading.Model}.)" };
    }
}
