using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Some columns of every row are to hold what another row has in them; the row's other columns stay.</summary>
/// <param name="Columns">Columns that are permuted together; no two permutations of one call may share a column.</param>
/// <param name="Orders">Any number of permutations to try, one after the other: for each row the number of the row whose values it gets.</param>
internal sealed record ColumnPermutation(IReadOnlyList<int> Columns, IReadOnlyList<int[]> Orders)
{
    /// <summary>The rows of one order, as a matrix of their own.</summary>
    public FeatureMatrix Apply(FeatureMatrix rows, FeatureMatrix donors, int order)
    {
        var values = (float[])rows.Values.Clone();
        for (var row = 0; row < rows.Rows; row++)
        {
            foreach (var column in Columns)
                values[(row * rows.Columns) + column] = donors[Orders[order][row], column];
        }

        return rows with { Values = values };
    }
}
