/// <summary>Words to pieces: the longest that fits, from the left. For lower-case texts of words and single spaces.</summary>
internal sealed class WordPiece(IReadOnlyList<string> vocabulary)
{
    private readonly Dictionary<string, long> ids = vocabulary.Index().ToDictionary(entry => entry.Item, entry => (long)entry.Index);

    /// <summary>[PAD] to [MASK], each letter at the start of a word and within, and the pieces.</summary>
    public static string[] Vocabulary(string letters, IEnumerable<string> pieces) =>
        [.. new[] { "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]" }
            .Concat(letters.Select(letter => $"{letter}"))
            .Concat(letters.Select(letter => $"##{letter}"))
            .Concat(pieces)
            .Distinct()];

    public int Count => ids.Count;

    public long Id(string piece) => ids[piece];

    public string[] Pieces(string text) => [.. text.Split(' ').SelectMany(OfWord)];

    public long[] Ids(string text, int longest = int.MaxValue) => [Id("[CLS]"), .. Pieces(text).Take(longest - 2).Select(Id), Id("[SEP]")];

    private List<string> OfWord(string word)
    {
        var pieces = new List<string>();
        for (var start = 0; start < word.Length; start += pieces[^1].Length - (start > 0 ? 2 : 0))
        {
            var rest = Enumerable.Range(0, word.Length - start).Select(cut => (start > 0 ? "##" : "") + word[start..^cut]);
            if (rest.FirstOrDefault(ids.ContainsKey) is not { } longest)
            {
                return ["[UNK]"];
            }

            pieces.Add(longest);
        }

        return pieces;
    }
}
