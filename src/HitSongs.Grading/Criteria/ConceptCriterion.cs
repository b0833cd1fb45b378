namespace HitSongs.Grading;

/// <summary>The prose covers an idea.</summary>
/// <param name="Missing">What to ask the author where it does not; does not give the idea away.</param>
internal sealed record ConceptCriterion(CriterionHead Head, TextPattern Match, bool SkipsDenied, string Missing) : AnswerCriterion(Head)
{
    public static ConceptCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "match", "negation", "missing");
        map.Text("name");
        return new ConceptCriterion(head, source.Patterns.Read(map.Node("match")), ReadNegation(map), map.Text("missing"));
    }

    /// <summary>Whether what is denied does not count: `negation: reject`, the default.</summary>
    public static bool ReadNegation(YamlMap map) => !map.Has("negation") || map.OneOf("negation", "reject", "ignore") == "reject";

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (!answer.ReadsAsSentences)
        {
            return Failed(ProseGate.Request(answer));
        }

        if (Match.Find(answer, SkipsDenied) is [var found, ..] all)
        {
            var quotes = all.Take(Match is AllPattern ? all.Count : 1).Select(span => Quote(answer, span)).Distinct().ToList();
            return Passed($"{Name}: found at line {string.Join(", ", quotes.Select(quote => quote.Line).Distinct())}.", quotes);
        }

        if (SkipsDenied && Match.Find(answer, skipDenied: false) is [var denied, ..])
        {
            var quote = Quote(answer, denied);
            return Failed($"Line {quote.Line} denies what is expected here. {Missing}{answer.NotRead}", quote);
        }

        return Failed($"Not found in the answer. {Missing}{answer.NotRead}");
    }
}
