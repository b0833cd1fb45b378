using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>Grades a concept by what was read in the answer's passages.</summary>
internal static class ConceptReading
{
    private const double Half = 0.5;

    // Both are stated more likely than not.
    private const double LeastOdds = 0;

    // Beyond doubt: who denies something in order to state its opposite is near to the opposite's words.
    private const double LeastOddsToContradict = 6;

    // Below it a passage does not say enough to be quoted for what it lacks.
    private const double LeastOddsToQuote = -2;

    public static Score Grade(ConceptCriterion criterion, GradingContext context, AnswerReading answer)
    {
        if (context.Reader is not { } reader)
        {
            return criterion.Error(
                "The vectors of this answer are missing or were made with other weights. This is not the author's fault: collect the submission again."
            );
        }

        var (reading, curve) = (reader[criterion.Id], context.Question.Reading!.Concept);
        var probability = curve.Probability(reading.States, reading.Opposes, reader.Rest(criterion.Id));
        return Score(criterion, answer, reading, curve, probability) with
        {
            Confidence = Math.Max(probability, Math.Round(1 - probability, 3)),
            StatedProbability = probability,
        };
    }

    private static Score Score(ConceptCriterion criterion, AnswerReading answer, CriterionReading reading, ReadingCurve curve, double probability)
    {
        var isContradicted =
            reading.States > LeastOdds
            && reading.Opposes > LeastOddsToContradict
            && reading.Opposes >= reading.States
            && reading.Best!.Unit != reading.Opposite!.Unit;
        if (probability < curve.Fails)
        {
            return Missing(criterion, answer, reading);
        }

        if (probability < curve.Passes)
        {
            var share = Math.Round(isContradicted ? Math.Min(probability, Half) : probability, 1);
            return criterion.Doubtful(
                share,
                $"It is in doubt whether the answer says this: a person should look. {criterion.Missing}",
                Quotes(answer, reading.Best)
            );
        }

        return isContradicted
            ? criterion.Partial(
                Half,
                $"{criterion.Name}: found at line {reading.Best!.Line}, but line {reading.Opposite!.Line} says the opposite. Decide which of the two is right.",
                Quotes(answer, reading.Best, reading.Opposite)
            )
            : criterion.Passed($"{criterion.Name}: found at line {reading.Best!.Line}.", Quotes(answer, reading.Best));
    }

    private static Score Missing(ConceptCriterion criterion, AnswerReading answer, CriterionReading reading) =>
        reading switch
        {
            { Opposes: > LeastOdds, Opposite: { } opposite } when reading.Opposes > reading.States => criterion.Failed(
                $"Line {opposite.Line} says the opposite of what is expected here. {criterion.Missing}{answer.NotRead}",
                Quotes(answer, opposite)
            ),
            { Unstated: { Scope: Scope.Rejected } taken } => criterion.Failed(
                $"Line {taken.Line} is taken back or called wrong in the answer, so it does not count as said. {criterion.Missing}{answer.NotRead}",
                Quotes(answer, taken)
            ),
            { Unstated: { } unstated } => criterion.Failed(
                $"Line {unstated.Line} asks, supposes or reports something and does not state it. {criterion.Missing}{answer.NotRead}",
                Quotes(answer, unstated)
            ),
            { States: > LeastOddsToQuote, Best: { } best } => criterion.Failed(
                $"Line {best.Line} comes near to what is expected here, but does not say it. {criterion.Missing}{answer.NotRead}",
                Quotes(answer, best)
            ),
            _ => criterion.Failed($"Not found in the answer. {criterion.Missing}{answer.NotRead}"),
        };

    internal static EvidenceQuote[] Quotes(AnswerReading answer, params Excerpt?[] excerpts) =>
        [.. excerpts.OfType<Excerpt>().Select(excerpt => new EvidenceQuote(answer.File, excerpt.Line, EvidenceQuote.Shortened(excerpt.Quote))).Distinct()];
}
