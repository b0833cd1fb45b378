using System.Text.Json.Serialization;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Evidence;

/// <summary>Reply of a language model, asked as a second reader, on an answer: kept as it was said, whatever of it counts.</summary>
/// <param name="Model">As its endpoint names it.</param>
/// <param name="PromptSha256">Of all that it was asked but the fence, which is drawn anew for each request; in lower-case hex.</param>
/// <param name="InputTokens">As the endpoint counts them; null where it does not.</param>
/// <param name="OutputTokens">As the endpoint counts them; null where it does not.</param>
/// <param name="Verdicts">At most one for each criterion; empty where the reply is void.</param>
public sealed record SecondReading(string Model, string PromptSha256, long? InputTokens, long? OutputTokens, IReadOnlyList<ReaderVerdict> Verdicts)
{
    /// <summary>So many criteria are not all stated by one and the same sentence: who says so was talked into it.</summary>
    private const int MostOnOneSentence = 2;

    /// <summary>Why the whole reply is void; null where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }

    /// <summary>The verdict on a criterion with the sentence that it rests on; null where there is none, or it is void.</summary>
    /// <remarks>A verdict is void without a quote (unless something is absent), with one that the answer does not hold, and with one on which too many
    /// criteria rest.</remarks>
    public ValidVerdict? Of(string criterion, AnswerText answer)
    {
        if (Fault is not null || Verdicts.FirstOrDefault(verdict => verdict.Criterion == criterion) is not { } found)
        {
            return null;
        }

        if (found.Verdict == Verdict.Absent)
        {
            return new ValidVerdict(Verdict.Absent, null);
        }

        var same = QuotedText.Letters(found.Quote);
        var resting = Verdicts.Count(verdict => verdict.Verdict is Verdict.Stated or Verdict.Partly && QuotedText.Letters(verdict.Quote) == same);
        return resting <= MostOnOneSentence && QuotedText.LineOf(found.Quote, answer.Shown) is { } line
            ? new ValidVerdict(found.Verdict, new EvidenceQuote(answer.File, line, EvidenceQuote.Shortened(found.Quote.ReplaceLineEndings(" "))))
            : null;
    }
}

/// <summary>A second reader's finding on a criterion in an answer.</summary>
public enum Verdict
{
    /// <summary>The answer states it.</summary>
    Stated,

    /// <summary>The answer states a part of it.</summary>
    Partly,

    /// <summary>The answer states its opposite.</summary>
    Contradicted,

    /// <summary>The answer says nothing of it, or does not state it as true.</summary>
    Absent,
}

/// <summary>A verdict as it was given.</summary>
/// <param name="Criterion">Its id.</param>
/// <param name="Quote">The sentence of the answer that it is said to rest on; empty where there is none.</param>
public sealed record ReaderVerdict(string Criterion, Verdict Verdict, string Quote);

/// <summary>A verdict that may count.</summary>
/// <param name="Quote">Where the answer says so; null only where something is absent.</param>
public sealed record ValidVerdict(Verdict Verdict, EvidenceQuote? Quote);
