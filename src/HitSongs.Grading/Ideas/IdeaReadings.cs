using HitSongs.Grading.Prose;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Ideas;

/// <summary>Readings of a question's ideas in an answer: each is looked for once.</summary>
/// <remarks>Who has said the rest has likely meant what is nearly said; who has not, likely has not.</remarks>
/// <param name="answer">The answer.</param>
/// <param name="concepts">The ideas that an answer to the question should say.</param>
internal sealed class IdeaReadings(AnswerReading answer, IReadOnlyList<Idea> concepts)
{
    // Chosen with statements and marked answers that different people wrote.
    private const double Worth = 0.6;
    private const double Ordinary = 0.3;

    private readonly Dictionary<Idea, IdeaEvidence> evidence = new(ReferenceEqualityComparer.Instance);
    private Dictionary<Idea, double>? strengths;
    private AnswerPassages? passages;

    /// <summary>Findings on an idea in the answer, whether it is one of the concepts or a mistake.</summary>
    public IdeaFindings FindingsOf(Idea idea) => EvidenceOf(idea).Findings(FavourOf(idea));

    private IdeaEvidence EvidenceOf(Idea idea) =>
        evidence.TryGetValue(idea, out var known) ? known : evidence[idea] = idea.FindIn(answer, PassagesFor(idea));

    // The examples of a question's ideas share their vocabulary.
    private AnswerPassages? PassagesFor(Idea idea) => idea.Examples is { } examples ? passages ??= new AnswerPassages(answer, examples.Question) : null;

    // What the other concepts speak for one of them; 0 for what is no concept or the only one.
    private double FavourOf(Idea idea)
    {
        strengths ??= concepts.ToDictionary(
            concept => concept, concept => EvidenceOf(concept).Strength, (IEqualityComparer<Idea>)ReferenceEqualityComparer.Instance);
        return strengths.TryGetValue(idea, out var own) && strengths.Count > 1
            ? Worth * (((strengths.Values.Sum() - own) / (strengths.Count - 1)) - Ordinary)
            : 0;
    }
}
