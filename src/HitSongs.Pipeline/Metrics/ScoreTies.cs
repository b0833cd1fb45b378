namespace HitSongs.Pipeline.Metrics;

/// <summary>Walks rows from the highest score to the lowest, rows of equal score together. Rows that are already in that order are not sorted again.</summary>
internal ref struct ScoreTies
{
    private readonly ReadOnlySpan<double> scores;
    private readonly ReadOnlySpan<bool> hits;
    private readonly ReadOnlySpan<int> weights;
    private readonly int[]? order;
    private int next;

    public ScoreTies(ReadOnlySpan<double> scores, ReadOnlySpan<bool> hits, ReadOnlySpan<int> weights)
    {
        if (scores.Length != hits.Length || (!weights.IsEmpty && weights.Length != hits.Length))
            throw new ArgumentException($"There are {scores.Length} scores, {hits.Length} labels and {weights.Length} weights.", nameof(hits));
        this.scores = scores;
        this.hits = hits;
        this.weights = weights;
        order = IsDescending(scores) ? null : DescendingOrder(scores);
    }

    /// <summary>Hits and others among the rows of one score, each counted as often as it weighs.</summary>
    public (double Score, double Hits, double Others) Current { get; private set; }

    public readonly ScoreTies GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next == scores.Length)
            return false;
        var score = scores[Row(next)];
        double positives = 0, negatives = 0;
        for (; next < scores.Length && scores[Row(next)].Equals(score); next++)
        {
            var row = Row(next);
            double weight = weights.IsEmpty ? 1 : weights[row];
            if (hits[row])
                positives += weight;
            else
                negatives += weight;
        }

        Current = (score, positives, negatives);
        return true;
    }

    private readonly int Row(int position) => order is null ? position : order[position];

    private static bool IsDescending(ReadOnlySpan<double> scores)
    {
        for (var i = 1; i < scores.Length; i++)
        {
            // Written so that NaN counts as disorder.
            if (!(scores[i - 1] >= scores[i]))
                return false;
        }

        return true;
    }

    private static int[] DescendingOrder(ReadOnlySpan<double> scores)
    {
        var keys = scores.ToArray();
        var rows = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, rows);
        Array.Reverse(rows);
        return rows;
    }
}
