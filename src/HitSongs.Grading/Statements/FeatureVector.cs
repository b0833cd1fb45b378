namespace HitSongs.Grading.Statements;

/// <summary>Sparse feature vector of a passage.</summary>
/// <param name="Indices">Each once.</param>
/// <param name="Values">Of each of them; below 0 where it is denied. Their length is 1 at most, less where words are unknown.</param>
internal sealed record FeatureVector(int[] Indices, double[] Values)
{
    /// <summary>Vector with no known feature.</summary>
    public static FeatureVector Empty { get; } = new([], []);

    public double Dot(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Indices.Length; i++)
        {
            sum += Values[i] * weights[Indices[i]];
        }

        return sum;
    }

    public void AddTo(Span<double> weights, double factor)
    {
        for (var i = 0; i < Indices.Length; i++)
        {
            weights[Indices[i]] += Values[i] * factor;
        }
    }
}
