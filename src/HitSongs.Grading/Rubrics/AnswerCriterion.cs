using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Rubrics;

/// <summary>A criterion of what the author wrote; without an answer it fails.</summary>
public abstract record AnswerCriterion : Criterion
{
    private protected AnswerCriterion(CriterionHead head)
        : base(head)
    {
    }

    /// <inheritdoc/>
    public sealed override Score Grade(GradingContext context) => context.Answer is { } answer ? GradeAnswer(context, answer) : WithoutAnswer(context);

    internal abstract Score GradeAnswer(GradingContext context, AnswerReading answer);

    internal virtual Score WithoutAnswer(GradingContext context) => Failed($"There is no answer: write one in {context.AnswerFile}.");

    internal static EvidenceQuote Quote(AnswerReading answer, TextSpan span)
    {
        var token = answer.Tokens[span.First];
        return new EvidenceQuote(answer.File, token.Line, EvidenceQuote.Shortened(answer.Sentences[token.Sentence].Text));
    }
}
