namespace HitSongs.Grading;

/// <summary>How much of what a question asks for an answer says clearly.</summary>
/// <param name="Clear">Share of the points of all concepts that are said and nowhere contradicted, 0 to 1.</param>
/// <param name="Contrary">Share of the points of the concepts with whose words something else is said, 0 to 1.</param>
internal sealed record Standing(double Clear, double Contrary)
{
    private const double Enough = 0.5;

    /// <summary>Whether what is nearly said may count as said: its author has shown to know most of the rest.</summary>
    public bool HasBenefitOfDoubt => Clear - (Contrary / 2) >= Enough;

    public static Standing Of(GradingContext context)
    {
        var concepts = context.Question.Criteria.OfType<ConceptCriterion>().ToList();
        var found = concepts.ConvertAll(concept => (concept.Points, Findings: context.FindingsOf(concept.Idea)));
        var all = concepts.Sum(concept => concept.Points);
        return new Standing(
            found.Where(f => f.Findings is { Said.Count: > 0, Contrary.Count: 0 }).Sum(f => f.Points) / all,
            found.Where(f => f.Findings.Contrary.Count > 0).Sum(f => f.Points) / all);
    }
}
