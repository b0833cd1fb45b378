using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Ideas;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>The prose covers an idea.</summary>
/// <param name="Depth">Share of the points that needs a reason beside the statement, 0 to <see cref="LargestDepth"/>.</param>
/// <param name="Missing">What to ask the author where it does not; does not give the idea away.</param>
internal sealed record ConceptCriterion(CriterionHead Head, Idea Idea, double Depth, string Missing) : AnswerCriterion(Head)
{
    /// <summary>A word such as "because" is easily written: it must not decide much.</summary>
    private const double LargestDepth = 0.3;
    private const double Nearly = 0.5;
    private const double SaidAndContradicted = 0.5;

    private static readonly string[] Keys = [.. CriterionSource.IdeaKeys, "depth", "missing"];

    public static ConceptCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, Keys);
        map.Text("name");
        return new ConceptCriterion(head, source.ReadIdea(map), map.OptionalNumber("depth", 0, LargestDepth) ?? 0, map.Text("missing"));
    }

    internal override Idea? Expected => Idea;

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (context.Request is { } request)
        {
            return Failed(request);
        }

        var first = context.Question.Weights is not null ? ConceptReading.Grade(this, context, answer) : GradeByWords(context, answer);
        return SecondReader.Decide(context, first, verdict => Read(answer, verdict));
    }

    private Score GradeByWords(GradingContext context, AnswerReading answer)
    {
        var findings = context.Ideas.FindingsOf(Idea);
        return findings switch
        {
            { Said.Count: > 0, Contrary.Count: > 0 } => Contradicted(answer, findings),
            { Said.Count: > 0 } => Said(answer, findings),
            { Contrary: [var contrary, ..] } => Wrong(answer, contrary, "says the contrary of what is expected here"),
            { Denied: [var denied, ..] } => Wrong(answer, denied, "denies what is expected here"),
            { Touched: [var touched, ..] } => NearlySaid(answer, touched),
            { Other: [var other, ..] } => Wrong(answer, other, "says something else than is expected here"),
            _ => Failed($"Not found in the answer. {Missing}{answer.NotRead}"),
        };
    }

    private Score Read(AnswerReading answer, ValidVerdict verdict) => verdict switch
    {
        { Verdict: Verdict.Stated, Quote: { } quote } => Passed($"{Name}: found at line {quote.Line}.", quote),
        { Verdict: Verdict.Partly, Quote: { } quote } => Partial(
            Nearly,
            $"Line {quote.Line} says a part of what is expected here. {Missing}{answer.NotRead}",
            quote
        ),
        { Verdict: Verdict.Contradicted, Quote: { } quote } => Wrong(answer, quote, "says the opposite of what is expected here"),
        _ => Failed($"Not found in the answer. {Missing}{answer.NotRead}"),
    };

    private Score Said(AnswerReading answer, IdeaFindings findings)
    {
        var quotes = findings.Said.Take(Idea.Match is AllPattern ? findings.Said.Count : 1).Select(span => Quote(answer, span)).Distinct().ToList();
        var lines = string.Join(", ", quotes.Select(quote => quote.Line).Distinct());
        if (findings.IsFavoured)
        {
            return Passed($"{Name}: nearly said at line {lines}; it counts, as most of the rest is said clearly.", quotes);
        }

        return Depth == 0 || findings.Said.Any(span => Reasons.StandBy(answer, span))
            ? Passed($"{Name}: found at line {lines}.", quotes)
            : Partial(1 - Depth, $"{Name}: found at line {lines}, but without a reason. Say why it is so, or what follows from it.", quotes);
    }

    private Score Contradicted(AnswerReading answer, IdeaFindings findings)
    {
        var (said, contrary) = (Quote(answer, findings.Said[0]), Quote(answer, findings.Contrary[0]));
        return Partial(
            SaidAndContradicted,
            $"{Name}: found at line {said.Line}, but line {contrary.Line} says something else. Decide which of the two is right.",
            said,
            contrary
        );
    }

    private Score Wrong(AnswerReading answer, TextSpan span, string fault) => Wrong(answer, Quote(answer, span), fault);

    private Score Wrong(AnswerReading answer, EvidenceQuote quote, string fault) =>
        Failed($"Line {quote.Line} {fault}. {Missing}{answer.NotRead}", quote);

    private Score NearlySaid(AnswerReading answer, TextSpan span)
    {
        var quote = Quote(answer, span);
        return Partial(Nearly, $"Line {quote.Line} comes near to what is expected here, but does not say it fully. {Missing}{answer.NotRead}", quote);
    }
}
