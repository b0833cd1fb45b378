namespace HitSongs.Grading.Prose;

/// <summary>Why words of an answer say nothing about what its author knows.</summary>
internal enum Unread
{
    No,

    /// <summary>Copied from the question.</summary>
    Copied,

    /// <summary>A sentence that stands there already.</summary>
    Repeated,

    /// <summary>Terms in a row with nothing said about them.</summary>
    TermList,
}

/// <summary>Finds the words that are not read.</summary>
internal static class UnreadText
{
    private const int CopiedRun = 6;
    private const int ShortestRepeatedSentence = 4;
    private const int ListRun = 8;
    private const int ListRunInSentence = 12;

    // Notes do without small words for longer than prose does, but not without marks: "2-D matrix, 4-D batch of images", "x.shape (sizes), x.dtype".
    private const int ListRunInNotes = 20;
    private const int FewestMarksOfNotes = 2;

    private const int MostWordsOfTerm = 2;

    /// <param name="words">Every word of the answer with the index of its sentence.</param>
    /// <param name="isHeading">Whether a sentence is a heading: these are terms however long they are.</param>
    public static Unread[] Find(IReadOnlyList<(Word Word, int Sentence)> words, string prompt, Func<int, bool> isHeading)
    {
        var reasons = new Unread[words.Count];
        MarkCopied(words, prompt, reasons);
        var sentences = SentencesOf(words);
        MarkRepeated(words, sentences, reasons);
        MarkTermLists(words, sentences, isHeading, reasons);
        return reasons;
    }

    private static void MarkCopied(IReadOnlyList<(Word Word, int Sentence)> words, string prompt, Unread[] reasons)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var stems = Word.AllOf(prompt).ConvertAll(word => known.TryGetValue(word.Stem, out var id) ? id : known[word.Stem] = known.Count);
        var runs = new HashSet<(int, int, int, int, int, int)>();
        for (var i = 0; i + CopiedRun <= stems.Count; i++)
        {
            runs.Add((stems[i], stems[i + 1], stems[i + 2], stems[i + 3], stems[i + 4], stems[i + 5]));
        }

        var (a, b, c, d, e, f) = (-1, -1, -1, -1, -1, -1);
        for (var i = 0; runs.Count > 0 && i < words.Count; i++)
        {
            (a, b, c, d, e, f) = (b, c, d, e, f, known.GetValueOrDefault(words[i].Word.Stem, -1));
            if (runs.Contains((a, b, c, d, e, f)))
            {
                reasons.AsSpan(i + 1 - CopiedRun, CopiedRun).Fill(Unread.Copied);
            }
        }
    }

    private static void MarkRepeated(IReadOnlyList<(Word Word, int Sentence)> words, List<(int First, int End)> sentences, Unread[] reasons)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (first, end) in sentences)
        {
            var text = string.Join(' ', Enumerable.Range(first, end - first).Select(i => words[i].Word.Stem));
            if (end - first >= ShortestRepeatedSentence && !seen.Add(text))
            {
                Mark(reasons, first, end, Unread.Repeated);
            }
        }
    }

    // A run may cross the end of a sentence only where both are a term or two and nothing else: that is how headings and bullets of one term each
    // become the list that they are. Items of more words say something, if tersely.
    private static void MarkTermLists(
        IReadOnlyList<(Word Word, int Sentence)> words,
        List<(int First, int End)> sentences,
        Func<int, bool> isHeading,
        Unread[] reasons
    )
    {
        var run = 0;
        var previousIsBare = false;
        foreach (var (first, end) in sentences)
        {
            var isBare = IsBare(words, first, end, isHeading(words[first].Sentence) ? int.MaxValue : MostWordsOfTerm);
            if (!(isBare && previousIsBare))
            {
                MarkRun(words, reasons, first, ref run, previousIsBare);
            }

            for (var i = first; i < end; i++)
            {
                if (FunctionWords.Contains(words[i].Word.Text))
                {
                    MarkRun(words, reasons, i, ref run, isList: false);
                }
                else
                {
                    run++;
                }
            }

            previousIsBare = isBare;
        }

        MarkRun(words, reasons, words.Count, ref run, previousIsBare);
    }

    // Terms of a word or two, between marks if there are several.
    private static bool IsBare(IReadOnlyList<(Word Word, int Sentence)> words, int first, int end, int mostWords)
    {
        var piece = 0;
        for (var i = first; i < end; i++)
        {
            piece = i == first || words[i].Word.AfterCut ? 1 : piece + 1;
            if (piece > mostWords || FunctionWords.Contains(words[i].Word.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static void MarkRun(IReadOnlyList<(Word Word, int Sentence)> words, Unread[] reasons, int end, ref int run, bool isList)
    {
        var marks = 0;
        for (var i = end - run + 1; i < end; i++)
        {
            marks += words[i].Word.AfterCut ? 1 : 0;
        }

        if (run >= (isList ? ListRun : marks >= FewestMarksOfNotes ? ListRunInNotes : ListRunInSentence))
        {
            Mark(reasons, end - run, end, Unread.TermList);
        }

        run = 0;
    }

    private static void Mark(Unread[] reasons, int first, int end, Unread reason)
    {
        for (var i = first; i < end; i++)
        {
            reasons[i] = reasons[i] == Unread.No ? reason : reasons[i];
        }
    }

    private static List<(int First, int End)> SentencesOf(IReadOnlyList<(Word Word, int Sentence)> words)
    {
        var sentences = new List<(int, int)>();
        var first = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i == words.Count || words[i].Sentence != words[first].Sentence)
            {
                sentences.Add((first, i));
                first = i;
            }
        }

        return sentences;
    }
}
