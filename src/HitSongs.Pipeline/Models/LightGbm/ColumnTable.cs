using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>A matrix column by column.</summary>
internal sealed class ColumnTable
{
    private readonly float[] values;
    private readonly int count;

    public ColumnTable(FeatureMatrix matrix)
    {
        count = matrix.Rows;
        values = new float[matrix.Values.Length];
        for (var row = 0; row < count; row++)
        {
            var line = matrix.Row(row);
            for (var column = 0; column < line.Length; column++)
                values[(column * count) + row] = line[column];
        }
    }

    public ReadOnlySpan<float> this[int column] => values.AsSpan(column * count, count);
}
