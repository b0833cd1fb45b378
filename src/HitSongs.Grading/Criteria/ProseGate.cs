namespace HitSongs.Grading;

/// <summary>What is asked of an author whose text is words but no sentences.</summary>
internal static class ProseGate
{
    /// <summary>What an author is asked for whose text is not graded; null where it is.</summary>
    public static string? For(GradingContext context, AnswerReading answer) =>
        !answer.ReadsAsSentences ? Request(answer)
        : context.Words is { Most: { } most } limit && limit.IsFarExceeded(answer.WordCount) ? $"{answer.File} has {answer.WordCount} words, far more than the {most} that it may have, so that it is not graded. Say what matters in fewer words, and hand it in again.{answer.NotRead}"
        : null;

    private static string Request(AnswerReading answer) =>
        $"{answer.File} does not read as sentences: the small words that hold sentences together, the order of the words or the marks between them are missing. Rewrite it in whole sentences and hand it in again.{answer.NotRead}";
}
