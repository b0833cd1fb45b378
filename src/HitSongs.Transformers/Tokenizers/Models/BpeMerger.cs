namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>Joins neighbouring symbols in the order of the merges' ranks, leftmost first within a rank.</summary>
internal static class BpeMerger
{
    /// <summary>Above this many symbols a queue beats looking at every pair again; below it, it does not.</summary>
    private const int Short = 48;

    /// <summary>Merges in place.</summary>
    /// <returns>How many symbols are left, at the front of the span.</returns>
    public static int Merge(Span<WordPiece> symbols, Dictionary<long, (int Rank, int Id)> ranks) =>
        symbols.Length <= Short ? MergeShort(symbols, ranks) : MergeLong(symbols, ranks);

    internal static int MergeShort(Span<WordPiece> symbols, Dictionary<long, (int Rank, int Id)> ranks)
    {
        // Entry i belongs to the pair of symbols i and i + 1.
        Span<(int Rank, int Id)> pairs = stackalloc (int, int)[Short];
        for (var i = 0; i + 1 < symbols.Length; i++)
        {
            pairs[i] = Of(symbols[i], symbols[i + 1], ranks);
        }
        while (symbols.Length > 1)
        {
            var best = 0;
            for (var i = 1; i + 1 < symbols.Length; i++)
            {
                best = pairs[i].Rank < pairs[best].Rank ? i : best;
            }
            if (pairs[best].Rank == int.MaxValue)
            {
                break;
            }
            symbols[best] = new(pairs[best].Id, symbols[best].Start, symbols[best + 1].End);
            symbols[(best + 2)..].CopyTo(symbols[(best + 1)..]);
            pairs[(best + 1)..(symbols.Length - 1)].CopyTo(pairs[best..]);
            symbols = symbols[..^1];
            if (best + 1 < symbols.Length)
            {
                pairs[best] = Of(symbols[best], symbols[best + 1], ranks);
            }
            if (best > 0)
            {
                pairs[best - 1] = Of(symbols[best - 1], symbols[best], ranks);
            }
        }
        return symbols.Length;
    }

    internal static int MergeLong(Span<WordPiece> symbols, Dictionary<long, (int Rank, int Id)> ranks)
    {
        var next = new int[symbols.Length];
        var previous = new int[symbols.Length];
        var queue = new PriorityQueue<(int Position, int Id), (int Rank, int Position)>(symbols.Length);
        for (var i = 0; i < symbols.Length; i++)
        {
            next[i] = i + 1 < symbols.Length ? i + 1 : -1;
            previous[i] = i - 1;
            Enqueue(symbols, i, next[i]);
        }
        while (queue.TryDequeue(out var merge, out _))
        {
            var left = merge.Position;
            // A merged-away symbol has id -1; a pair that has changed since it was queued leads to another token.
            if (symbols[left].Id < 0 || next[left] is not (>= 0 and var right) || Of(symbols[left], symbols[right], ranks).Id != merge.Id)
            {
                continue;
            }
            symbols[left] = new(merge.Id, symbols[left].Start, symbols[right].End);
            symbols[right] = symbols[right] with { Id = -1 };
            next[left] = next[right];
            if (next[left] >= 0)
            {
                previous[next[left]] = left;
            }
            Enqueue(symbols, previous[left], left);
            Enqueue(symbols, left, next[left]);
        }
        var kept = 0;
        foreach (var symbol in symbols)
        {
            if (symbol.Id >= 0)
            {
                symbols[kept++] = symbol;
            }
        }
        return kept;

        void Enqueue(Span<WordPiece> all, int left, int right)
        {
            if (left >= 0 && right >= 0 && Of(all[left], all[right], ranks) is { Rank: < int.MaxValue } pair)
            {
                queue.Enqueue((left, pair.Id), (pair.Rank, left));
            }
        }
    }

    private static (int Rank, int Id) Of(WordPiece left, WordPiece right, Dictionary<long, (int Rank, int Id)> ranks) =>
        ranks.TryGetValue(BpeModel.Key(left.Id, right.Id), out var pair) ? pair : (int.MaxValue, -1);
}
