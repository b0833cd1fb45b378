using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Ideas;

/// <summary>An idea in prose, as a rubric describes it: by patterns, by examples, or both.</summary>
/// <param name="Match">Null where there are only examples.</param>
/// <param name="Contradicted">What asserts the contrary with the same words.</param>
internal sealed record Idea(TextPattern? Match, TextPattern? Contradicted, Examples? Examples, bool SkipsDenied)
{
    /// <summary>Finds evidence on it in an answer.</summary>
    /// <param name="passages">Of the answer, as they are compared with the examples; null where there are no examples.</param>
    public IdeaEvidence FindIn(AnswerReading answer, AnswerPassages? passages)
    {
        var contradicted = Contradicted?.Find(answer, skipDenied: true) ?? [];
        var against = contradicted.Select(span => answer.Tokens[span.First].Sentence).ToHashSet();
        List<TextSpan> matched = [.. (Match?.Find(answer, SkipsDenied) ?? []).Where(span => !against.Contains(answer.Tokens[span.First].Sentence))];
        return new IdeaEvidence(
            matched,
            SkipsDenied && matched.Count == 0 ? Match?.Find(answer, skipDenied: false) ?? [] : [],
            contradicted,
            passages is null ? [] : Examples!.Saying(passages),
            passages is null ? [] : Examples!.Contradicting(passages));
    }
}
