namespace HitSongs.Pipeline.Analysis;

/// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
/// <param name="Values">By position of the values that were ranked.</param>
/// <param name="TieTerm">Σ (t³ − t) over groups of t equal values; 0 without ties.</param>
internal sealed record Ranks(double[] Values, double TieTerm)
{
    public bool HasTies => TieTerm > 0;

    /// <param name="values">Without <see cref="double.NaN"/>.</param>
    public static Ranks Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);

        var ranks = new double[sorted.Length];
        var tieTerm = 0.0;
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
                end++;
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + 1 + end) / 2.0;
            double ties = end - start;
            tieTerm += (ties * ties * ties) - ties;
            start = end;
        }

        return new Ranks(ranks, tieTerm);
    }
}
