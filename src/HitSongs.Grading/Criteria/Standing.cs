namespace HitSongs.Grading.Criteria;

/// <summary>How much of what a question asks for an answer says: who has said the rest has likely meant what is nearly said, who has not likely has
/// not.</summary>
internal sealed class Standing
{
    // Chosen with statements and marked answers that different people wrote.
    private const double Worth = 0.6;
    private const double Ordinary = 0.3;

    private readonly Dictionary<Idea, double> strengths;

    public Standing(GradingContext context)
    {
        strengths = context.Question.Criteria.OfType<ConceptCriterion>().ToDictionary(
            concept => concept.Idea, concept => context.EvidenceOf(concept.Idea).Strength, (IEqualityComparer<Idea>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>What the other concepts of the question speak for one of them; 0 for what is no concept or the only one.</summary>
    public double FavourOf(Idea idea) =>
        strengths.TryGetValue(idea, out var own) && strengths.Count > 1
            ? Worth * (((strengths.Values.Sum() - own) / (strengths.Count - 1)) - Ordinary)
            : 0;
}
