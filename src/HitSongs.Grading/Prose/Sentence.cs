namespace HitSongs.Grading.Prose;

/// <summary>A sentence of an answer.</summary>
/// <param name="Line">Where it starts; 1 for the first line.</param>
/// <param name="Text">Without marks of Markdown.</param>
public sealed record Sentence(int Line, string Text)
{
    /// <summary>Index of its block.</summary>
    internal int Block { get; init; }
}

/// <summary>A word of an answer and where it stands.</summary>
/// <param name="Position">Counts words; leaps where a block ends or words between were not read.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Block">Index of its block.</param>
internal readonly record struct Token(Word Word, int Position, int Sentence, int Block, int Line);

/// <summary>Cuts the words of a block into sentences.</summary>
internal static class Sentences
{
    private static readonly string[] Abbreviations = ["etc", "vs", "cf", "fig", "eq", "approx", "resp"];

    /// <summary>For each word whether a sentence starts with it.</summary>
    public static IEnumerable<bool> Starts(string text, List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            yield return i == 0 || (words[i].AfterCut && Ends(text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End), words[i - 1].Text));
        }
    }

    private static bool Ends(ReadOnlySpan<char> between, string before)
    {
        var mark = between.IndexOfAny('.', '!', '?');
        return mark >= 0
            && between[mark..].IndexOfAny(' ', '\t') > 0
            && !(between[mark] == '.' && (before.Length == 1 || Abbreviations.Contains(before)));
    }
}
