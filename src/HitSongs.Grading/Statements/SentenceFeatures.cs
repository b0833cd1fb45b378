namespace HitSongs.Grading.Statements;

/// <summary>A sentence's features, looked up once for all the passages of it.</summary>
internal sealed class SentenceFeatures
{
    // Each term alone, and with each of the next ones.
    private const int PerTerm = FeatureSpace.Near + 1;

    private readonly FeatureSpace space;
    private readonly int[] indices;
    private readonly bool[] isReversed;

    // Where the same feature stands before; below 0 where it does not.
    private readonly int[] earlier;

    public SentenceFeatures(FeatureSpace space, ReadOnlySpan<Term> terms)
    {
        this.space = space;
        indices = Array.ConvertAll(FeatureSpace.KeysOf(terms), space.IndexOf);
        (isReversed, earlier) = (new bool[indices.Length], new int[indices.Length]);
        var last = new Dictionary<int, int>(indices.Length);
        for (var place = 0; place < indices.Length; place++)
        {
            var (term, gap) = Math.DivRem(place, PerTerm);
            isReversed[place] = terms[term].IsReversed != (gap > 0 && term + gap < terms.Length && terms[term + gap].IsReversed);
            earlier[place] = last.GetValueOrDefault(indices[place], -1);
            last[indices[place]] = place;
        }
    }

    /// <summary>Each feature counts once, as it stands first, however often it stands there.</summary>
    /// <param name="first">Index of the passage's first term in the sentence.</param>
    /// <param name="after">The index after its last one.</param>
    public FeatureVector Of(int first, int after)
    {
        var most = (after - first) * PerTerm;
        var (found, values, count, square) = (new int[most], new double[most], 0, 0.0);
        for (var term = first; term < after; term++)
        {
            for (var place = term * PerTerm; place < (term * PerTerm) + Math.Min(PerTerm, after - term); place++)
            {
                var weight = space.WeightOf(indices[place]);
                if (indices[place] < 0)
                {
                    square += place == term * PerTerm ? weight * weight : 0;
                }
                else if (!StandsBefore(place, first, after))
                {
                    (found[count], values[count]) = (indices[place], isReversed[place] ? -weight : weight);
                    square += weight * weight;
                    count++;
                }
            }
        }

        var length = Math.Sqrt(square);
        foreach (ref var value in values.AsSpan(0, count))
        {
            value /= length;
        }

        return new FeatureVector(found[..count], values[..count]);
    }

    private bool StandsBefore(int place, int first, int after)
    {
        for (place = earlier[place]; place >= first * PerTerm; place = earlier[place])
        {
            if ((place / PerTerm) + (place % PerTerm) < after)
            {
                return true;
            }
        }

        return false;
    }
}
