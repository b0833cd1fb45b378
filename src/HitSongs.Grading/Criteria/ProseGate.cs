namespace HitSongs.Grading;

/// <summary>What is asked of an author whose text is words but no sentences.</summary>
internal static class ProseGate
{
    public static string Request(AnswerReading answer) =>
        $"{answer.File} does not read as sentences: there are hardly any of the small words that hold sentences together. Rewrite it in whole sentences and hand it in again.{answer.NotRead}";
}
