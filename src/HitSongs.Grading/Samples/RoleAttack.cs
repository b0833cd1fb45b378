namespace HitSongs.Grading.Samples;

/// <summary>Texts with the words of a good answer in wrong roles: antonyms, swapped things, predicates of other subjects.</summary>
internal static class RoleAttack
{
    /// <param name="sentences">Those of a good answer.</param>
    public static IEnumerable<Attack> On(IReadOnlyList<string> sentences)
    {
        yield return new("antonyms", string.Join(' ', sentences.Select(sentence => Turning.WithAntonyms(sentence) ?? sentence)), true);
        yield return new("roles swapped", string.Join(' ', sentences.Select(sentence => Turning.Swapped(sentence, IsThing) ?? sentence)), true);
        yield return new(
            "predicates moved on",
            string.Join(
                ' ',
                sentences.Select((sentence, i) => Turning.WithPredicateOf(sentence, sentences[(i + sentences.Count - 1) % sentences.Count])).OfType<string>()
            ),
            true
        );

        // What the answer has in several sentences is what it is about.
        bool IsThing(string word) => sentences.Count(sentence => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)) >= 2;
    }
}
