namespace HitSongs.Grading.Prose;

/// <summary>Whether words have the form of sentences.</summary>
internal static class SentenceForm
{
    private const double LeastShareOfFunctionWords = 0.1;
    private const int LongestRunOfWords = 60;
    private const int FewestWordsToJudge = 20;

    /// <summary>False for sixty words or more without a mark that ends a thought.</summary>
    public static bool HasPauses(IEnumerable<Word> words)
    {
        var run = 0;
        return words.All(word => (run = word.AfterCut ? 1 : run + 1) <= LongestRunOfWords);
    }

    /// <summary>False for twenty words or more that no small words hold together.</summary>
    public static bool IsHeldTogether(IEnumerable<Word> words)
    {
        var (all, small) = (0, 0);
        foreach (var word in words)
        {
            all++;
            small += FunctionWords.Contains(word.Text) ? 1 : 0;
        }

        return all < FewestWordsToJudge || small >= LeastShareOfFunctionWords * all;
    }
}
