using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>Grades a misconception by what was read in the answer's passages.</summary>
internal static class MisconceptionReading
{
    /// <param name="saysSomething">Whether the answer says anything that the question asks about.</param>
    public static Score Grade(
        MisconceptionCriterion criterion,
        GradingContext context,
        AnswerReading answer,
        Func<GradingContext, AnswerReading, bool> saysSomething
    )
    {
        if (context.Reader is not { } reader)
        {
            return criterion.Error(
                "The vectors of this answer are missing or were made with other weights. This is not the author's fault: collect the submission again."
            );
        }

        var (reading, curve) = (reader[criterion.Id], context.Question.Reading!.Misconception);
        var stated = curve.Probability(reading.States, reading.Opposes, reader.Rest(criterion.Id));
        var quotes = ConceptReading.Quotes(answer, reading.Best);
        var isBlocked = context.Request is not null || (stated < curve.Passes && !saysSomething(context, answer));
        var score = isBlocked ? criterion.NotStated(saysSomething: false)
            : stated < curve.Fails || quotes.Length == 0 ? criterion.NotStated(saysSomething: true)
            : stated < curve.Passes
                ? criterion.Doubtful(stated < curve.Middle ? 1 : 0, $"Line {quotes[0].Line} may fall for a common mistake: a person should look.", quotes)
            : criterion.Failed($"Line {quotes[0].Line}: {criterion.Say}", quotes);
        return score with { Confidence = Math.Max(stated, Math.Round(1 - stated, 3)), StatedProbability = stated };
    }
}
