using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Rubrics;

/// <summary>Request to an author whose text is not graded as it is.</summary>
internal static class ProseGate
{
    /// <summary>Request to an author whose text is not graded; null where it is.</summary>
    public static string? Find(Question question, AnswerReading answer) =>
        answer.OtherLanguage is { } language ? $"The answer is written in {language}, and only English is graded: write it in English and hand it in again."
        : !answer.ReadsAsSentences ? Request(answer)
        : question.Weights is null && WholeText.OnlyDenies(answer)
            ? $"The answer denies something in nearly every sentence. Say what is the case, and hand it in again.{answer.NotRead}"
        : WholeText.StartsAndEndsWithinSentence(answer)
            ? $"The answer begins and ends in the middle of a sentence: a part is missing or has moved. Put it in order and hand it in again.{answer.NotRead}"
        : question.Words is { Most: { } most } limit && limit.IsFarExceeded(answer.WordCount)
            ? $"The answer has {answer.WordCount} words, far more than the {most} that it may have, so that it is not graded. Say what matters in fewer "
                + $"words, and hand it in again.{answer.NotRead}"
        : null;

    private static string Request(AnswerReading answer) =>
        "The answer does not read as sentences: the small words that hold sentences together, the order of the words or the marks between them are missing. "
            + $"Rewrite it in whole sentences and hand it in again.{answer.NotRead}";
}
