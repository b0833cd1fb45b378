namespace HitSongs.Transformers.Recipes;

/// <summary>A WordPiece vocabulary: special tokens, letters, and the words that occur often.</summary>
internal static class SentenceVocabulary
{
    private static readonly string[] special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <param name="fewest">How often a word must occur; others are spelt.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> sentences, int fewest = 3)
    {
        var words = sentences.SelectMany(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries)).CountBy(word => word).ToDictionary();
        var letters = words.Keys.SelectMany(word => word).Distinct().Order().ToArray();
        return
        [
            .. special, .. letters.Select(letter => letter.ToString()), .. letters.Select(letter => "##" + letter),
            .. words.Where(entry => entry.Value >= fewest && entry.Key.Length > 1).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key),
        ];
    }
}
