using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Samples;

/// <summary>Rules that turn a right sentence into one that has its words and says something else.</summary>
internal static class Turning
{
    private const int FewestLetters = 4;
    private const int FewestWords = 5;
    private const int LastWordOfSubject = 8;
    private const int LettersOfStem = 4;

    private static readonly char[] Marks = ['.', ',', ';', ':', '(', ')', '"', '`', '?', '!'];

    // What stands on both sides of them may change places.
    private static readonly HashSet<string> Joins = new(StringComparer.Ordinal) { "and", "or", "both", "nor", "between", "equals", "same", "plus" };

    /// <summary>A word without the marks around it, in small letters.</summary>
    public static string Bare(string word) => word.Trim(Marks).ToLowerInvariant();

    /// <summary>The words of a sentence, marks included.</summary>
    public static string[] WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Two of its things change places; null where it has no two that are not joined as equals.</summary>
    /// <param name="isThing">Whether the answer or question is about what a word names.</param>
    public static string? Swapped(string text, Func<string, bool> isThing)
    {
        var words = WordsOf(text);
        var things = words
            .Index()
            .Where(pair => Bare(pair.Item) is { Length: >= FewestLetters } word && !FunctionWords.Contains(word) && isThing(word))
            .ToList();
        if (words.Length < FewestWords || things.Count < 2)
        {
            return null;
        }

        var (first, last) = (things[0].Index, things[^1].Index);
        var (one, other) = (Bare(words[first]), Bare(words[last]));
        if (one.StartsWith(other[..LettersOfStem], StringComparison.Ordinal) || words[(first + 1)..last].Any(word => Joins.Contains(Bare(word))))
        {
            return null;
        }

        (words[first], words[last]) = (Replaced(words[first], words[last]), Replaced(words[last], words[first]));
        return string.Join(' ', words);
    }

    /// <summary>Every word that has an antonym becomes it; null where none has.</summary>
    public static string? WithAntonyms(string text)
    {
        var words = WordsOf(text);
        var turned = Array.ConvertAll(words, word => Antonyms.Of(Bare(word)) is { } opposite ? Replaced(word, opposite) : word);
        return turned.SequenceEqual(words) ? null : string.Join(' ', turned);
    }

    /// <summary>Its subject with the predicate of another sentence; null where one of them has no verb that is known.</summary>
    public static string? WithPredicateOf(string text, string other)
    {
        var (subject, predicate) = (Parted(text).Subject, Parted(other).Predicate);
        return subject.Length == 0 || predicate.Length == 0 ? null : $"{subject} {predicate}";
    }

    /// <summary>The terms of two sentences in the order of the alphabet, with nothing said about them; null where they have few.</summary>
    public static string? TermsOf(string text, string other)
    {
        var terms = WordsOf(text)
            .Concat(WordsOf(other))
            .Select(Bare)
            .Where(word => word.Length >= FewestLetters && !FunctionWords.Contains(word))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        return terms.Count < FewestWords ? null : string.Join(", ", terms);
    }

    private static (string Subject, string Predicate) Parted(string text)
    {
        var words = WordsOf(text);
        var verb = Array.FindIndex(words, Math.Min(1, words.Length), Math.Max(0, Math.Min(words.Length, LastWordOfSubject + 1) - 1), IsVerb);
        return verb < 1 ? ("", "") : (string.Join(' ', words[..verb]), string.Join(' ', words[verb..]));
    }

    private static bool IsVerb(string word) =>
        word is "is" or "are" or "was" or "does" or "do" or "has" or "have" or "can" or "will"
        || (word.Length > LettersOfStem && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal));

    // The marks around a word stay where they are.
    private static string Replaced(string word, string by)
    {
        var bare = word.Trim(Marks);
        return bare.Length == 0 ? word : word.Replace(bare, by.Trim(Marks), StringComparison.Ordinal);
    }
}
