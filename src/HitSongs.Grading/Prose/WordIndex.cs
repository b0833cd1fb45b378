namespace HitSongs.Grading.Prose;

/// <summary>Where the words of an answer stand, so that a pattern is compared with each different word once.</summary>
internal sealed class WordIndex
{
    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(Word Word, List<int> Places)>> byLetter = [];

    public WordIndex(IReadOnlyList<Token> tokens)
    {
        var byText = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            ListAt(byStem, word.Stem).Add(i);
            if (!byText.TryGetValue(word.Text, out var places))
            {
                byText.Add(word.Text, places = []);
                ListAt(byLetter, word.Text[0]).Add((word, places));
            }

            places.Add(i);
        }
    }

    /// <summary>Adds each place of a word of the rubric, in any of its forms and with small typing mistakes.</summary>
    public void AddPlacesOf(PatternWord wanted, ISet<int> places)
    {
        places.UnionWith(byStem.GetValueOrDefault(wanted.Stem, []));
        foreach (var (word, found) in byLetter.GetValueOrDefault(wanted.Text[0], []))
        {
            if (wanted.Matches(word))
            {
                places.UnionWith(found);
            }
        }
    }

    private static List<T> ListAt<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
