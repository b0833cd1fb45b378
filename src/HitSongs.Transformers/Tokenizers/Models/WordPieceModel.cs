using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>Greedy longest match from the left; a word with a part that no token covers is unknown as a whole.</summary>
internal sealed class WordPieceModel : TokenModel
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _first;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuing;
    private readonly string _prefix;
    private readonly int _longest;
    private readonly int _unknown;

    /// <exception cref="ArgumentException">The vocabulary lacks <paramref name="unknownToken"/>.</exception>
    public WordPieceModel(IReadOnlyDictionary<string, int> vocabulary, string unknownToken = "[UNK]", string continuingPrefix = "##", int maxCharsPerWord = 100)
        : base(vocabulary)
    {
        UnknownToken = unknownToken;
        MaxCharsPerWord = maxCharsPerWord;
        _prefix = continuingPrefix;
        if (!vocabulary.TryGetValue(unknownToken, out _unknown))
        {
            throw new ArgumentException($"the vocabulary lacks its unknown token \"{unknownToken}\"", nameof(vocabulary));
        }
        var first = new Dictionary<string, int>(vocabulary.Count);
        var continuing = new Dictionary<string, int>(vocabulary.Count);
        foreach (var (token, id) in vocabulary)
        {
            first[token] = id;
            if (token.Length > continuingPrefix.Length && token.StartsWith(continuingPrefix, StringComparison.Ordinal))
            {
                continuing[token[continuingPrefix.Length..]] = id;
            }
        }
        _longest = vocabulary.Keys.Max(token => token.Length);
        _first = first.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuing = continuing.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override string UnknownToken { get; }

    public string ContinuingPrefix => _prefix;

    public int MaxCharsPerWord { get; }

    public override void Tokenize(ReadOnlySpan<char> word, List<WordPiece> pieces)
    {
        var before = pieces.Count;
        if (word.Length > MaxCharsPerWord && Count(word) > MaxCharsPerWord)
        {
            pieces.Add(new(_unknown, 0, word.Length));
            return;
        }
        for (var start = 0; start < word.Length;)
        {
            var lookup = start == 0 ? _first : _continuing;
            var end = Math.Min(word.Length, start + _longest);
            int id;
            while (!lookup.TryGetValue(word[start..end], out id))
            {
                if (--end == start)
                {
                    pieces.RemoveRange(before, pieces.Count - before);
                    pieces.Add(new(_unknown, 0, word.Length));
                    return;
                }
            }
            pieces.Add(new(id, start, end));
            start = end;
        }
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "WordPiece");
        writer.WriteString("unk_token", UnknownToken);
        writer.WriteString("continuing_subword_prefix", _prefix);
        writer.WriteNumber("max_input_chars_per_word", MaxCharsPerWord);
        writer.WriteStartObject("vocab");
        WriteVocabulary(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public override IReadOnlyList<string> SaveVocabulary(string folder, string prefix)
    {
        var file = Path.Combine(folder, prefix + "vocab.txt");
        File.WriteAllText(file, string.Concat(Vocabulary.OrderBy(entry => entry.Value).Select(entry => entry.Key + "\n")));
        return [file];
    }

    private static int Count(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var one in word)
        {
            count += char.IsLowSurrogate(one) ? 0 : 1;
        }
        return count;
    }
}
