using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Ideas;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>The prose states a known falsehood: then its points are lost.</summary>
/// <param name="Unless">In the same paragraph, what shows that the author knows better.</param>
/// <param name="Say">What to tell an author who states it.</param>
internal sealed record MisconceptionCriterion(CriterionHead Head, Idea Idea, TextPattern? Unless, string Say) : AnswerCriterion(Head)
{
    // Of the points of the concepts: less is found by chance in a text about something else.
    private const double Least = 0.1;
    private const double LeastNearly = 0.15;
    private const double Half = 0.5;

    private static readonly string[] Keys = [.. CriterionSource.IdeaKeys, "unless", "say"];

    internal override Idea? Mistake => Idea;

    internal override bool IsGradedLast => true;

    public static MisconceptionCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, Keys);
        map.Text("name");
        return new MisconceptionCriterion(
            head,
            source.ReadIdea(map),
            map.Has("unless") ? source.Patterns.Read(map.Node("unless")) : null,
            map.Text("say"));
    }

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        var first = context.Question.Weights is not null
            ? MisconceptionReading.Grade(this, context, answer, SaysSomething)
            : GradeByWords(context, answer);
        return context.Request is null ? SecondReader.Decide(context, first, verdict => Read(context, answer, verdict)) : first;
    }

    private Score Read(GradingContext context, AnswerReading answer, ValidVerdict verdict) => verdict switch
    {
        { Verdict: Verdict.Stated, Quote: { } quote } => Failed($"Line {quote.Line}: {Say}", quote),
        { Verdict: Verdict.Partly, Quote: { } quote } => Partial(Half, $"Line {quote.Line} comes near to a common mistake. {Say}", quote),
        _ => NotStated(SaysSomething(context, answer)),
    };

    private Score GradeByWords(GradingContext context, AnswerReading answer)
    {
        var stated = context.Ideas.FindingsOf(Idea).Plain;
        var excused = stated.Count == 0 ? [] : Unless?.Find(answer, skipDenied: false).Select(span => answer.Tokens[span.First].Block).ToHashSet() ?? [];
        foreach (var span in stated)
        {
            if (!excused.Contains(answer.Tokens[span.First].Block))
            {
                var quote = Quote(answer, span);
                return Failed($"Line {quote.Line}: {Say}", quote);
            }
        }

        return NotStated(SaysSomething(context, answer));
    }

    /// <summary>The score of an answer that does not state it.</summary>
    /// <param name="saysSomething">Whether the answer says anything that the question asks about.</param>
    internal Score NotStated(bool saysSomething) => saysSomething
        ? Passed("The answer does not fall for a common mistake.")
        : Blocked("Nothing that the question asks about was found in the answer, so there is nothing to be mistaken about: write the answer first.");

    internal override Score WithoutAnswer(GradingContext context) => Blocked("There is no answer, so there is nothing to be mistaken about.");

    // Points for not being wrong are for those who say something right: else any text about something else would earn them.
    private static bool SaysSomething(GradingContext context, AnswerReading answer)
    {
        var concepts = context.Scores.Values.Where(score => score.Kind == "concept").ToList();
        return answer.WordCount > 0 && context.Request is null && (concepts.Count == 0 || Enough(concepts));
    }

    private static bool Enough(List<Score> concepts)
    {
        var share = concepts.Sum(score => score.ProposedPoints) / concepts.Sum(score => score.MaxPoints);
        return share >= LeastNearly || (share >= Least && concepts.Exists(score => score.Status == Status.Passed));
    }
}
