using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Samples;

/// <summary>Texts with the words of a good answer in wrong roles: antonyms, swapped things, predicates of other subjects.</summary>
internal static class RoleAttack
{
    private const int FewestLetters = 4;

    private static readonly (string One, string Other)[] Antonyms =
    [
        ("before", "after"), ("increase", "decrease"), ("increases", "decreases"), ("with", "without"), ("always", "never"), ("all", "none"), ("more", "less"), ("faster", "slower"),
        ("fast", "slowly"), ("same", "different"), ("small", "large"), ("smaller", "larger"), ("first", "last"), ("forward", "backward"), ("forwards", "backwards"), ("add", "remove"),
        ("added", "removed"), ("adds", "removes"), ("keep", "discard"), ("keeps", "discards"), ("kept", "discarded"), ("on", "off"), ("train", "test"), ("training", "testing"),
        ("input", "output"), ("inputs", "outputs"), ("start", "end"), ("starts", "ends"), ("new", "old"), ("save", "waste"), ("saves", "wastes"), ("known", "unknown"), ("short", "long"),
        ("higher", "lower"), ("high", "low"), ("own", "foreign"), ("each", "no"), ("every", "no"), ("can", "cannot"), ("is", "is not"), ("are", "are not"), ("needed", "superfluous"),
        ("easy", "difficult"), ("better", "worse"), ("good", "bad"), ("frozen", "trained"), ("freeze", "train"), ("accumulate", "overwrite"), ("accumulates", "overwrites"), ("up", "down"),
    ];

    /// <param name="sentences">Those of a good answer.</param>
    public static IEnumerable<Attack> On(IReadOnlyList<string> sentences)
    {
        yield return new("antonyms", string.Join(' ', sentences.Select(Opposite)), true);
        yield return new("roles swapped", string.Join(' ', sentences.Select(sentence => Swapped(sentence, sentences))), true);
        yield return new("predicates moved on", string.Join(' ', MovedPredicates(sentences)), true);
    }

    private static string Opposite(string sentence) => string.Join(' ', sentence.Split(' ').Select(word =>
    {
        var bare = word.TrimEnd('.', ',', ';', ':');
        var (one, other) = Antonyms.FirstOrDefault(pair => pair.One == bare || pair.Other == bare);
        return one is null ? word : (one == bare ? other : one) + word[bare.Length..];
    }));

    // The first and the last of the words that the answer has in several sentences: what it is about.
    private static string Swapped(string sentence, IReadOnlyList<string> sentences)
    {
        var words = sentence.Split(' ');
        var things = words.Index().Where(pair => IsThing(Bare(pair.Item), sentences)).ToList();
        if (things.Count >= 2 && Bare(things[0].Item) != Bare(things[^1].Item))
        {
            var (first, last) = (things[0].Index, things[^1].Index);
            (words[first], words[last]) = (words[first].Replace(Bare(words[first]), Bare(things[^1].Item), StringComparison.Ordinal), words[last].Replace(Bare(words[last]), Bare(things[0].Item), StringComparison.Ordinal));
        }

        return string.Join(' ', words);
    }

    private static bool IsThing(string word, IReadOnlyList<string> sentences) =>
        word.Length >= FewestLetters && !FunctionWords.Contains(word.ToLowerInvariant()) && sentences.Count(sentence => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)) >= 2;

    private static string Bare(string word) => word.Trim('.', ',', ';', ':', '(', ')', '"', '`', '?', '!');

    // Each subject gets the predicate of the sentence before it.
    private static IEnumerable<string> MovedPredicates(IReadOnlyList<string> sentences)
    {
        var parted = sentences.Select(Parted).Where(parts => parts.Predicate.Length > 0).ToList();
        return parted.Select((parts, i) => $"{parts.Subject} {parted[(i + parted.Count - 1) % parted.Count].Predicate}");
    }

    private static (string Subject, string Predicate) Parted(string sentence)
    {
        var words = sentence.Split(' ');
        var verb = Array.FindIndex(words, 1, Math.Max(0, words.Length - 1), word => word is "is" or "are" or "was" or "does" or "do" or "has" or "have" or "can" or "will" || (word.Length > 4 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)));
        return verb < 1 ? ("", "") : (string.Join(' ', words[..verb]), string.Join(' ', words[verb..]));
    }
}
