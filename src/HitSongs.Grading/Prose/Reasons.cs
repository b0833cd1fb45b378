using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

/// <summary>Words that give a reason or a consequence.</summary>
internal static class Reasons
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "because", "since", "so", "therefore", "thus", "hence", "otherwise", "why", "reason", "causes", "leads", "consequently", "means", "as", "result",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether one stands in the sentence of a passage, or in the next.</summary>
    public static bool StandBy(AnswerReading answer, TextSpan passage)
    {
        var (first, last) = (answer.Tokens[passage.First].Sentence, answer.Tokens[passage.Last].Sentence + 1);
        var start = passage.First;
        while (start > 0 && answer.Tokens[start - 1].Sentence == first)
        {
            start--;
        }

        for (var i = start; i < answer.Tokens.Count && answer.Tokens[i].Sentence <= last; i++)
        {
            if (Words.Contains(answer.Tokens[i].Word.Text))
            {
                return true;
            }
        }

        return false;
    }
}
