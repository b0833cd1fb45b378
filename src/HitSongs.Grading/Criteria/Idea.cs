using HitSongs.Pipeline;

namespace HitSongs.Grading;

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
            map.Has("examples") ? ReadExamples(map, source.Statements) : null,
            !map.Has("negation") || map.OneOf("negation", "reject", "ignore") == "reject");
    }

    /// <summary>Where the answer says it, nearly says it, or says the contrary.</summary>
    public IdeaFindings Find(GradingContext context, AnswerReading answer)
    {
        var examples = Examples?.Find(context.TermsFor(Examples.Vocabulary)) ?? ExampleFindings.None;
        var contrary = Sorted([.. Contradicted?.Find(answer, skipDenied: true) ?? [], .. examples.Denied]);
        var against = contrary.Select(span => answer.Tokens[span.First].Sentence).ToHashSet();
        var matched = Match?.Find(answer, SkipsDenied) ?? [];
        return new IdeaFindings(
            Sorted([.. matched.Where(IsFree), .. examples.Plain.Where(IsFree)]),
            Sorted([.. matched.Where(IsFree), .. examples.Said.Where(IsFree)]),
            Sorted(examples.Touched.Where(IsFree)),
            contrary,
            SkipsDenied && matched.Count == 0 ? Match?.Find(answer, skipDenied: false) ?? [] : []);

        bool IsFree(TextSpan span) => !against.Contains(answer.Tokens[span.First].Sentence) && !against.Contains(answer.Tokens[span.Last].Sentence);
    }

    private static Examples ReadExamples(YamlMap map, StatementWeights weights) =>
        new(Statements(map, "examples", weights), map.Has("counterexamples") ? Statements(map, "counterexamples", weights) : [], weights);

    private static List<Statement> Statements(YamlMap map, string key, StatementWeights weights)
    {
        var statements = map.Texts(key).Select(weights.Add).ToList();
        return statements.Find(statement => statement.Terms.Count < 2) is { } short_
            ? throw map.Fault(key, $"the statement `{short_.Text}` has too few words to be compared with", "Write a whole sentence")
            : statements;
    }

    private static List<TextSpan> Sorted(IEnumerable<TextSpan> spans) => [.. spans.Distinct().OrderBy(span => span.First).ThenBy(span => span.Last)];
}

/// <summary>Passages of an answer by what they say of an idea, in its order.</summary>
/// <param name="Plain">Beyond doubt: what an accusation needs.</param>
/// <param name="Denied">The words that were looked for, but denied; only where they stand nowhere else.</param>
internal sealed record IdeaFindings(IReadOnlyList<TextSpan> Plain, IReadOnlyList<TextSpan> Said, IReadOnlyList<TextSpan> Touched, IReadOnlyList<TextSpan> Contrary, IReadOnlyList<TextSpan> Denied);
