namespace HitSongs.Grading;

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
        (indices, isReversed, earlier) = (new int[terms.Length * PerTerm], new bool[terms.Length * PerTerm], new int[terms.Length * PerTerm]);
        var last = new Dictionary<int, int>(indices.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            Set(i * PerTerm, space.IndexOf(terms[i]), terms[i].IsReversed, last);
            for (var gap = 1; gap < PerTerm && i + gap < terms.Length; gap++)
            {
                Set((i * PerTerm) + gap, space.IndexOf(terms[i], terms[i + gap]), terms[i].IsReversed != terms[i + gap].IsReversed, last);
            }
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

    private void Set(int place, int index, bool reversed, Dictionary<int, int> last)
    {
        (indices[place], isReversed[place], earlier[place]) = (index, reversed, -1);
        if (index >= 0)
        {
            earlier[place] = last.GetValueOrDefault(index, -1);
            last[index] = place;
        }
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
