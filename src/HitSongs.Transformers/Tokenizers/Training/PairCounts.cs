namespace HitSongs.Transformers.Tokenizers.Training;

/// <summary>How often each pair of symbols occurs, in which words, and which of them is the best to join.</summary>
internal sealed class PairCounts(WordPieceScore score)
{
    private readonly Dictionary<(int Left, int Right), long> _counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> _words = [];
    private readonly Dictionary<int, long> _symbols = [];
    private readonly PriorityQueue<(int Left, int Right), (long Count, int Left, int Right)> _queue = new();

    public void AddSymbol(int symbol, long count) => _symbols[symbol] = _symbols.GetValueOrDefault(symbol) + count;

    public void Add(int left, int right, long count, int word)
    {
        var pair = (left, right);
        _counts[pair] = _counts.GetValueOrDefault(pair) + count;
        if (count <= 0)
        {
            return;
        }
        if (!_words.TryGetValue(pair, out var words))
        {
            _words[pair] = words = [];
        }
        words.Add(word);
        if (score == WordPieceScore.Frequency)
        {
            _queue.Enqueue(pair, (-_counts[pair], left, right));
        }
    }

    /// <summary>The numbers of the words that have, or once had, the pair.</summary>
    public IReadOnlyList<int> WordsOf(int left, int right) => [.. _words[(left, right)].Order()];

    public void Remove(int left, int right)
    {
        _counts.Remove((left, right));
        _words.Remove((left, right));
    }

    /// <summary>The pair with the highest score among those that occur often enough; null where there is none.</summary>
    public (int Left, int Right)? TakeBest(int minFrequency) =>
        score == WordPieceScore.Frequency ? TakeMostFrequent(Math.Max(1, minFrequency)) : MostLikely(Math.Max(1, minFrequency));

    private (int Left, int Right)? TakeMostFrequent(int minFrequency)
    {
        while (_queue.TryDequeue(out var pair, out var priority))
        {
            var count = _counts.GetValueOrDefault(pair);
            if (count == -priority.Count)
            {
                return count < minFrequency ? null : pair;
            }
            else if (count > 0 && count < -priority.Count)
            {
                // The count fell since the pair was queued: it goes back to where it now belongs.
                _queue.Enqueue(pair, (-count, pair.Left, pair.Right));
            }
        }
        return null;
    }

    private (int Left, int Right)? MostLikely(int minFrequency)
    {
        (int Left, int Right)? best = null;
        var (bestCount, bestProduct) = (0L, 1m);
        foreach (var (pair, count) in _counts)
        {
            if (count < minFrequency)
            {
                continue;
            }
            // Compared as fractions: a rounded quotient would make ties of what is none.
            var product = (decimal)_symbols[pair.Left] * _symbols[pair.Right];
            var order = best is null ? 1 : (count * bestProduct).CompareTo(bestCount * product);
            if (order > 0 || (order == 0 && pair.CompareTo(best!.Value) < 0))
            {
                (best, bestCount, bestProduct) = (pair, count, product);
            }
        }
        return best;
    }
}
