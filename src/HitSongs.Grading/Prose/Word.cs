namespace HitSongs.Grading.Prose;

/// <summary>A word of a text.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="AfterCut">Whether punctuation that ends a thought stands between it and the word before.</param>
internal readonly record struct Word(string Text, string Stem, int Start, int Length, bool AfterCut)
{
    public int End => Start + Length;

    public bool IsNumber => char.IsDigit(Text[0]);

    /// <summary>All words of a text. Underscores and hyphens part words, decimal points and apostrophes do not.</summary>
    public static List<Word> AllOf(string text)
    {
        var words = new List<Word>();
        var cut = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                cut |= Cuts(text, i);
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || JoinsNeighbours(text, i)))
            {
                i++;
            }

            var (word, stem) = WordForms.Of(text.AsSpan(start..i));
            words.Add(new Word(word, stem, start, i - start, cut));
            cut = false;
        }

        return words;
    }

    // A point in optimizer.step or the brackets of step() end nothing.
    private static bool Cuts(string text, int i) => text[i] switch
    {
        ';' or '\u2013' or '\u2014' or '\n' => true,
        ',' or ':' or '.' or '!' or '?' => i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]),
        '(' => i == 0 || char.IsWhiteSpace(text[i - 1]),
        _ => false,
    };

    private static bool JoinsNeighbours(string text, int i)
    {
        if (i + 1 >= text.Length)
        {
            return false;
        }

        return text[i] switch
        {
            '\'' or '\u2019' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
            '.' or ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            _ => false,
        };
    }
}
