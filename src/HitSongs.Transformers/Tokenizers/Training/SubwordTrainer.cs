namespace HitSongs.Transformers.Tokenizers.Training;

/// <summary>
/// Joins the best pair of neighbouring symbols again and again until the vocabulary is full. The same corpus gives the same vocabulary:
/// of pairs that score the same, the one with the lower first and then second id is joined, and ids follow the order of code points.
/// </summary>
internal sealed class SubwordTrainer
{
    private readonly TrainerOptions _options;
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<string> _tokens = [];
    private readonly List<(string Left, string Right)> _merges = [];
    private readonly List<List<int>> _words = [];
    private readonly List<long> _counts = [];
    private readonly HashSet<(int Left, int Right)> _learned = [];
    private readonly PairCounts _pairs;

    private SubwordTrainer(IReadOnlyDictionary<string, long> words, TrainerOptions options)
    {
        _options = options;
        _pairs = new(options.Score);
        foreach (var token in options.SpecialTokens)
        {
            IdOf(token);
        }
        var seen = words.Keys.SelectMany(word => word.EnumerateRunes()).Select(rune => rune.ToString());
        foreach (var symbol in options.InitialAlphabet.Concat(seen).Distinct().OrderBy(symbol => char.ConvertToUtf32(symbol, 0)))
        {
            IdOf(symbol);
        }
        foreach (var (word, count) in words.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            AddWord(word, count);
        }
    }

    /// <param name="words">Each word of the corpus and how often it occurs.</param>
    /// <param name="options">What to train to.</param>
    public static (Dictionary<string, int> Vocabulary, List<(string Left, string Right)> Merges) Train(
        IReadOnlyDictionary<string, long> words,
        TrainerOptions options
    )
    {
        var trainer = new SubwordTrainer(words, options);
        while (trainer._tokens.Count < options.VocabSize && trainer._pairs.TakeBest(options.MinFrequency) is { } pair)
        {
            trainer.Join(pair.Left, pair.Right);
        }
        return (trainer._ids, trainer._merges);
    }

    private int IdOf(string token)
    {
        if (!_ids.TryGetValue(token, out var id))
        {
            id = _tokens.Count;
            _ids.Add(token, id);
            _tokens.Add(token);
        }
        return id;
    }

    private void AddWord(string word, long count)
    {
        var symbols = new List<int>();
        foreach (var rune in word.EnumerateRunes())
        {
            symbols.Add(IdOf(symbols.Count == 0 ? rune.ToString() : _options.ContinuingPrefix + rune));
        }
        var number = _words.Count;
        _words.Add(symbols);
        _counts.Add(count);
        foreach (var symbol in symbols)
        {
            _pairs.AddSymbol(symbol, count);
        }
        for (var i = 0; i + 1 < symbols.Count; i++)
        {
            _pairs.Add(symbols[i], symbols[i + 1], count, number);
        }
    }

    private void Join(int left, int right)
    {
        var rest = _tokens[right];
        var joined = IdOf(
            _tokens[left]
                + (
                    _options.ContinuingPrefix.Length > 0 && rest.StartsWith(_options.ContinuingPrefix, StringComparison.Ordinal)
                        ? rest[_options.ContinuingPrefix.Length..]
                        : rest
                )
        );
        // A pair may come up again where one of the two was made in another way; it is learned once.
        if (_learned.Add((left, right)))
        {
            _merges.Add((_tokens[left], rest));
        }
        foreach (var number in _pairs.WordsOf(left, right))
        {
            JoinIn(_words[number], _counts[number], number, left, right, joined);
        }
        _pairs.Remove(left, right);
    }

    private void JoinIn(List<int> symbols, long count, int number, int left, int right, int joined)
    {
        for (var i = 0; i + 1 < symbols.Count; i++)
        {
            if (symbols[i] != left || symbols[i + 1] != right)
            {
                continue;
            }
            if (i > 0)
            {
                _pairs.Add(symbols[i - 1], left, -count, number);
                _pairs.Add(symbols[i - 1], joined, count, number);
            }
            if (i + 2 < symbols.Count)
            {
                _pairs.Add(right, symbols[i + 2], -count, number);
                _pairs.Add(joined, symbols[i + 2], count, number);
            }
            _pairs.AddSymbol(left, -count);
            _pairs.AddSymbol(right, -count);
            _pairs.AddSymbol(joined, count);
            symbols[i] = joined;
            symbols.RemoveAt(i + 1);
        }
    }
}
