namespace HitSongs.Pipeline.Features;

/// <summary>Numbers that a model is trained on: one row per song, one column per name.</summary>
/// <param name="Values">Row by row, <paramref name="Rows"/> × <see cref="Columns"/> numbers; <see cref="float.NaN"/> where a value is missing.</param>
/// <param name="Names">Column names, such as "energy" or "genre=pop".</param>
public sealed record FeatureMatrix(float[] Values, int Rows, IReadOnlyList<string> Names)
{
    public int Columns => Names.Count;

    public float this[int row, int column] => Values[(row * Columns) + column];

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);
}
