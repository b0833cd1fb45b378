using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Statements;

namespace HitSongs.Grading.Criteria;

/// <summary>What prose may say, as a rubric describes it: by patterns, by examples, or both.</summary>
/// <param name="Match">Null where there are only examples.</param>
/// <param name="Contradicted">What asserts the contrary with the same words.</param>
internal sealed record Idea(TextPattern? Match, TextPattern? Contradicted, Examples? Examples, bool SkipsDenied)
{
    public static readonly string[] Keys = ["match", "contradicted", "examples", "counterexamples", "negation"];

    /// <exception cref="InvalidInputException">A pattern is wrong, or there is nothing to look for.</exception>
    public static Idea Read(YamlMap map, CriterionSource source)
    {
        if (!map.Has("match") && !map.Has("examples"))
        {
            throw map.Fault("kind", "there is neither `match` nor `examples`", "Add one of them");
        }

        if (map.Has("counterexamples") && !map.Has("examples"))
        {
            throw map.Fault("counterexamples", "`counterexamples` mean nothing without `examples`", "Add `examples:`");
        }

        return new Idea(
            map.Has("match") ? source.Patterns.Read(map.Node("match")) : null,
            map.Has("contradicted") ? source.Patterns.Read(map.Node("contradicted")) : null,
            map.Has("examples") ? source.ReadExamples(map) : null,
            !map.Has("negation") || map.OneOf("negation", "reject", "ignore") == "reject");
    }

    /// <summary>What the answer holds that bears on it.</summary>
    public IdeaEvidence Gather(GradingContext context, AnswerReading answer)
    {
        var passages = Examples is null ? null : context.PassagesFor(Examples.Question);
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
