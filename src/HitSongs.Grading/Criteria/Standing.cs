namespace HitSongs.Grading;

/// <summary>How much of a question's ideas an answer says clearly, and how often it says something else with their words.</summary>
/// <param name="Clear">Share of the points of all concepts that are said and nowhere contradicted, 0 to 1.</param>
/// <param name="Contrary">Share of the concepts that are contradicted, 0 to 1.</param>
internal sealed record Standing(double Clear, double Contrary, double Touched)
{
    public static Standing Of(GradingContext context)
    {
        var concepts = context.Question.Criteria.OfType<ConceptCriterion>().ToList();
        var found = concepts.ConvertAll(concept => (concept.Points, Findings: context.FindingsOf(concept.Idea)));
        var clear = found.Where(f => f.Findings is { Said.Count: > 0, Contrary.Count: 0 }).Sum(f => f.Points);
        var touched = found.Where(f => f.Findings is { Touched.Count: > 0, Contrary.Count: 0 }).Sum(f => f.Points);
        var all = Math.Max(1e-9, concepts.Sum(concept => concept.Points));
        return new Standing(clear / all, found.Where(f => f.Findings.Contrary.Count > 0).Sum(f => f.Points) / all, touched / all);
    }
}
