namespace HitSongs.Grading;

/// <summary>The terms of a question's statements, and the pairs of terms near one another: what passages are compared by.</summary>
/// <remarks>
/// Each counts by its inverse document frequency; what is denied counts below 0. A pair keeps the order of its terms, so that who does what to
/// whom is told apart. Vectors are scaled to length 1, in which unknown terms have their part: a passage about something else is short.
/// </remarks>
internal sealed class FeatureSpace
{
    // Chosen with statements and marked answers that different people wrote.
    private const int Near = 3;
    private const double WorthOfPairs = 0.8;

    private const int Alone = -1;

    private readonly Dictionary<long, int> indices = [];
    private readonly double[] weights;
    private readonly double rarest;

    public FeatureSpace(IReadOnlyList<Statement> statements)
    {
        var counts = new List<int>();
        foreach (var statement in statements)
        {
            foreach (var key in FeaturesOf(statement.Terms).Select(feature => feature.Key).Distinct())
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

    /// <summary>How many features there are.</summary>
    public int Count => weights.Length;

    public FeatureVector Read(ReadOnlySpan<Term> terms)
    {
        var features = FeaturesOf(terms);
        var (found, signs) = (new int[features.Count], new int[features.Count]);
        var (count, unknown) = (0, 0);
        foreach (var (key, sign) in features)
        {
            if (indices.TryGetValue(key, out var index))
            {
                (found[count], signs[count]) = (index, sign);
                count++;
            }
            else
            {
                unknown += IsPair(key) ? 0 : 1;
            }
        }

        Array.Sort(found, signs, 0, count);
        return Scaled(found.AsSpan(0, count), signs, unknown);
    }

    // Each feature counts once, however often it stands there.
    private FeatureVector Scaled(ReadOnlySpan<int> found, ReadOnlySpan<int> signs, int unknown)
    {
        var (indicesOnce, values) = (new List<int>(found.Length), new List<double>(found.Length));
        var square = unknown * rarest * rarest;
        for (var i = 0; i < found.Length; i++)
        {
            if (i == 0 || found[i] != found[i - 1])
            {
                indicesOnce.Add(found[i]);
                values.Add(signs[i] * weights[found[i]]);
                square += weights[found[i]] * weights[found[i]];
            }
        }

        var length = Math.Sqrt(square);
        return new FeatureVector([.. indicesOnce], [.. values.Select(value => value / length)]);
    }

    private static List<(long Key, int Sign)> FeaturesOf(ReadOnlySpan<Term> terms)
    {
        var features = new List<(long, int)>(terms.Length * (Near + 1));
        for (var i = 0; i < terms.Length; i++)
        {
            var first = terms[i];
            features.Add((Key(first.Id, Alone), first.IsReversed ? -1 : 1));
            foreach (var second in terms[(i + 1)..Math.Min(terms.Length, i + 1 + Near)])
            {
                if (first.Id >= 0 && second.Id >= 0)
                {
                    features.Add((Key(first.Id, second.Id), first.IsReversed == second.IsReversed ? 1 : -1));
                }
            }
        }

        return features;
    }

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    private static bool IsPair(long key) => (int)key != Alone;
}
