using HitSongs.Grading.Prose;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Ideas;

/// <summary>Evidence on an idea in an answer.</summary>
/// <param name="Matched">What the pattern finds.</param>
/// <param name="Denied">What the pattern would find if it were not denied; only where it finds nothing else.</param>
/// <param name="Contradicted">What the pattern of the contrary finds.</param>
/// <param name="Saying">For each sentence, how much of it is like the examples.</param>
/// <param name="Contradicting">The same for the counterexamples.</param>
internal sealed record IdeaEvidence(
    IReadOnlyList<TextSpan> Matched,
    IReadOnlyList<TextSpan> Denied,
    IReadOnlyList<TextSpan> Contradicted,
    IReadOnlyList<ScoredPassage> Saying,
    IReadOnlyList<ScoredPassage> Contradicting)
{
    // Chosen with statements and marked answers that different people wrote.
    private const double AtPlain = 0.25;
    private const double AtSaid = -0.15;
    private const double AtTouched = -0.5;
    private const double AtOther = 0.6;

    /// <summary>Assertion strength of the idea, from −1 to 1.</summary>
    public double Strength => Matched.Count > 0 ? 1 : Saying.Count == 0 ? -1 : Math.Clamp(Saying.Max(passage => passage.Score), -1, 1);

    /// <param name="favour">What the rest of the answer speaks for its author: added to each score.</param>
    public IdeaFindings Findings(double favour) => new(
        Spans(Matched, Saying, AtPlain, 0),
        Spans(Matched, Saying, AtSaid, favour),
        Spans([], Saying, AtTouched, favour),
        Contradicted,
        Denied,
        Spans([], Contradicting, AtOther, 0),
        Matched.Count == 0 && !Saying.Any(passage => passage.Score >= AtSaid));

    private static List<TextSpan> Spans(IReadOnlyList<TextSpan> found, IReadOnlyList<ScoredPassage> passages, double least, double favour)
    {
        var known = new HashSet<TextSpan>(found);
        var spans = new List<TextSpan>(known);
        foreach (var passage in passages)
        {
            if (passage.Score + favour >= least && known.Add(passage.Span))
            {
                spans.Add(passage.Span);
            }
        }

        spans.Sort((a, b) => (a.First, a.Last).CompareTo((b.First, b.Last)));
        return spans;
    }
}

/// <summary>Passages of an answer by what they say of an idea, in its order.</summary>
/// <param name="Plain">Beyond doubt: what an accusation needs.</param>
/// <param name="Touched">Said, or nearly.</param>
/// <param name="Contrary">The contrary is said.</param>
/// <param name="Denied">The words that were looked for, but denied; only where they stand nowhere else.</param>
/// <param name="Other">Something else is said with its words, which may be true.</param>
/// <param name="IsFavoured">Whether what is said counts only for the rest of the answer.</param>
internal sealed record IdeaFindings(
    IReadOnlyList<TextSpan> Plain,
    IReadOnlyList<TextSpan> Said,
    IReadOnlyList<TextSpan> Touched,
    IReadOnlyList<TextSpan> Contrary,
    IReadOnlyList<TextSpan> Denied,
    IReadOnlyList<TextSpan> Other,
    bool IsFavoured);
