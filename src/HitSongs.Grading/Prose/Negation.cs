namespace HitSongs.Grading.Prose;

/// <summary>Finds the words of an answer that are denied.</summary>
/// <remarks>
/// A negation reaches four words, not beyond the sentence, a comma, semicolon or colon, nor beyond a word of contrast: "do not accumulate"
/// denies accumulation, "not overwritten but accumulate" does not. "It is wrong to say that" and "some say that ..., but" reach further.
/// </remarks>
internal static class Negation
{
    private const int Reach = 4;
    private const int FarReach = 14;
    private const int LongestSentence = 60;

    /// <param name="term">Index of the term's first word.</param>
    public static bool Denies(AnswerReading reading, int term) => reading.Denied[term];

    /// <summary>For each word whether it is denied.</summary>
    public static bool[] Find(IReadOnlyList<Token> tokens)
    {
        var denied = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (LengthAt(tokens, i) is var length and > 0)
            {
                MarkAfter(tokens, i + length, Reach, stopsAtCut: true, denied);
            }
            else if (DenyingWords.IsVerdict(WordAt(tokens, i)))
            {
                MarkJudged(tokens, i, denied);
            }
            else if (DenyingWords.IsAffirmation(WordAt(tokens, i)) && Follows(tokens, i) && WordAt(tokens, i + 1) == "that" && IsNegatedBefore(tokens, i))
            {
                MarkAfter(tokens, i + 1, LongestSentence, stopsAtCut: false, denied);
            }
            else if (DenyingWords.IsBelief(WordAt(tokens, i)) && IsOfOthers(tokens, i) && IsRejected(tokens, i))
            {
                MarkAfter(tokens, i + 1, FarReach, stopsAtCut: false, denied);
            }
        }

        return denied;
    }

    // How many words the negation at a place has; 0 for none.
    private static int LengthAt(IReadOnlyList<Token> tokens, int i)
    {
        var (word, next) = (WordAt(tokens, i), Follows(tokens, i) ? WordAt(tokens, i + 1) : "");
        return DenyingWords.IsPair(word, next) ? 2
            : FunctionWords.IsNegator(word) && !FunctionWords.IsSoftener(next) ? 1
            : 0;
    }

    private static void MarkAfter(IReadOnlyList<Token> tokens, int from, int reach, bool stopsAtCut, bool[] denied)
    {
        for (var i = from; i < Math.Min(tokens.Count, from + reach) && tokens[i].Sentence == tokens[from - 1].Sentence; i++)
        {
            if ((stopsAtCut && tokens[i].Word.AfterCut) || IsContrast(tokens, i))
            {
                return;
            }

            denied[i] = true;
        }
    }

    // "It is wrong that ..." judges what follows, "That ... is wrong." what stands before.
    private static void MarkJudged(IReadOnlyList<Token> tokens, int verdict, bool[] denied)
    {
        if (verdict > 0 && FunctionWords.IsNegator(WordAt(tokens, verdict - 1)))
        {
            return;
        }

        if (Follows(tokens, verdict) && WordAt(tokens, verdict + 1) is "that" or "to")
        {
            MarkAfter(tokens, verdict + 1, FarReach, stopsAtCut: false, denied);
            return;
        }

        var isAtEnd = verdict + 1 == tokens.Count || tokens[verdict + 1].Sentence != tokens[verdict].Sentence || tokens[verdict + 1].Word.AfterCut;
        var isPredicate =
            Enumerable.Range(1, 2).Any(back => verdict >= back && WordAt(tokens, verdict - back) is "is" or "are" or "was" or "were" or "be")
            && WordAt(tokens, verdict) != "false";
        for (var i = verdict - 1; isAtEnd && isPredicate && i >= Math.Max(0, verdict - FarReach) && tokens[i].Sentence == tokens[verdict].Sentence; i--)
        {
            denied[i] = true;
        }
    }

    // "It is not true that", "it is not the case that".
    private static bool IsNegatedBefore(IReadOnlyList<Token> tokens, int i) =>
        Enumerable.Range(1, 2).Any(back => i >= back && tokens[i - back].Sentence == tokens[i].Sentence && FunctionWords.IsNegator(WordAt(tokens, i - back)));

    private static bool IsOfOthers(IReadOnlyList<Token> tokens, int belief) =>
        Enumerable
            .Range(1, 3)
            .Any(back => belief >= back && tokens[belief - back].Sentence == tokens[belief].Sentence && DenyingWords.IsOther(WordAt(tokens, belief - back)));

    // A contrast in the same sentence, or one that the next sentence begins with.
    private static bool IsRejected(IReadOnlyList<Token> tokens, int belief)
    {
        for (var i = belief + 1; i < tokens.Count && i < belief + (2 * FarReach); i++)
        {
            if (tokens[i].Sentence > tokens[belief].Sentence)
            {
                return tokens[i].Sentence == tokens[belief].Sentence + 1 && IsContrast(tokens, i);
            }

            if (IsContrast(tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsContrast(IReadOnlyList<Token> tokens, int i) =>
        FunctionWords.IsContrast(WordAt(tokens, i)) && !(Follows(tokens, i) && DenyingWords.IsPair(WordAt(tokens, i), WordAt(tokens, i + 1)));

    private static bool Follows(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Sentence == tokens[i].Sentence;

    private static string WordAt(IReadOnlyList<Token> tokens, int i) => tokens[i].Word.Text;
}
