namespace HitSongs.Grading.Statements;

/// <summary>The terms of a question's statements, and the pairs of terms near one another: what passages are compared by.</summary>
/// <remarks>
/// Each counts by its inverse document frequency; what is denied counts below 0. A pair keeps the order of its terms, so that who does what to
/// whom is told apart. Vectors are scaled to length 1, in which unknown terms have their part: a passage about something else is short.
/// </remarks>
internal sealed class FeatureSpace
{
    // Chosen with statements and marked answers that different people wrote.
    public const int Near = 3;
    private const double WorthOfPairs = 0.8;

    private const int Unknown = -1;
    private const int Alone = -1;

    private readonly Dictionary<long, int> indices = [];
    private readonly double[] weights;
    private readonly double rarest;

    public FeatureSpace(IReadOnlyList<Statement> statements)
    {
        var counts = new List<int>();
        foreach (var statement in statements)
        {
            foreach (var key in KeysOf(statement.Terms).Where(key => key != Unknown).Distinct())
            {
                if (indices.TryAdd(key, counts.Count))
                {
                    counts.Add(0);
                }

                counts[indices[key]]++;
            }
        }

        weights = new double[counts.Count];
        foreach (var (key, index) in indices)
        {
            weights[index] = Weight(counts[index]) * (IsPair(key) ? WorthOfPairs : 1);
        }

        rarest = Weight(1);

        double Weight(int count) => Math.Log(1 + ((statements.Count + 1.0) / (count + 1.0)));
    }

    /// <summary>Number of features.</summary>
    public int Count => weights.Length;

    /// <summary>Features of a text as a whole.</summary>
    public FeatureVector Read(ReadOnlySpan<Term> terms) => new SentenceFeatures(this, terms).Of(0, terms.Length);

    /// <returns>−1 for what no statement has.</returns>
    public int IndexOf(long key) => indices.GetValueOrDefault(key, Unknown);

    /// <param name="index">−1 counts like the rarest term.</param>
    public double WeightOf(int index) => index < 0 ? rarest : weights[index];

    /// <summary>For each term the key of it alone, and then of it with each of the next <see cref="Near"/>.</summary>
    /// <returns>−1 for what has a term that no statement has, and for what is beyond the last one.</returns>
    public static long[] KeysOf(ReadOnlySpan<Term> terms)
    {
        var keys = new long[terms.Length * (Near + 1)];
        Array.Fill(keys, Unknown);
        for (var i = 0; i < terms.Length; i++)
        {
            keys[i * (Near + 1)] = Key(terms[i].Id, Alone);
            for (var gap = 1; gap <= Near && i + gap < terms.Length; gap++)
            {
                keys[(i * (Near + 1)) + gap] = terms[i].Id < 0 || terms[i + gap].Id < 0 ? Unknown : Key(terms[i].Id, terms[i + gap].Id);
            }
        }

        return keys;
    }

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    private static bool IsPair(long key) => (int)key != Alone;
}
