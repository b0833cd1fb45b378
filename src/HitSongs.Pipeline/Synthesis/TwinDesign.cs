namespace HitSongs.Pipeline.Synthesis;

/// <summary>Turns a song into the inputs of the linear models: few of them are not 0, and only those are listed.</summary>
/// <param name="Cells">Inputs 0 up: one per cell.</param>
/// <param name="Genres">Then one per genre.</param>
/// <param name="Interacting">Genres in which the columns have inputs of their own.</param>
internal sealed record TwinDesign(int Cells, int Genres, IReadOnlyList<int> Interacting)
{
    /// <summary>Without squares and genres' own columns.</summary>
    public int MainCount => Cells + Genres + TwinScale.Count;

    public int Count => MainCount + TwinScale.Squared.Count + (Interacting.Count * TwinScale.Count);

    /// <param name="standardised">By column.</param>
    /// <param name="mainOnly">Leaves out squares and genres' own columns.</param>
    public SparseRow Row(int cell, int genre, ReadOnlySpan<double> standardised, bool mainOnly)
    {
        var own = -1;
        for (var i = 0; !mainOnly && i < Interacting.Count; i++)
            own = Interacting[i] == genre ? i : own;
        var length = 2 + TwinScale.Count + (mainOnly ? 0 : TwinScale.Squared.Count) + (own < 0 ? 0 : TwinScale.Count);
        var (inputs, values) = (new int[length], new double[length]);
        (inputs[0], values[0]) = (cell, 1);
        (inputs[1], values[1]) = (Cells + genre, 1);
        var next = 2;
        for (var i = 0; i < TwinScale.Count; i++)
            (inputs[next], values[next++]) = (Cells + Genres + i, standardised[i]);
        for (var i = 0; !mainOnly && i < TwinScale.Squared.Count; i++)
            (inputs[next], values[next++]) = (MainCount + i, standardised[TwinScale.Squared[i]] * standardised[TwinScale.Squared[i]]);
        for (var i = 0; own >= 0 && i < TwinScale.Count; i++)
            (inputs[next], values[next++]) = (MainCount + TwinScale.Squared.Count + (own * TwinScale.Count) + i, standardised[i]);
        return new SparseRow(inputs, values);
    }
}

/// <summary>Inputs that are not 0.</summary>
internal sealed record SparseRow(int[] Inputs, double[] Values)
{
    public double Dot(double intercept, IReadOnlyList<double> weights)
    {
        var sum = intercept;
        for (var i = 0; i < Inputs.Length; i++)
            sum += Values[i] * weights[Inputs[i]];
        return sum;
    }
}
