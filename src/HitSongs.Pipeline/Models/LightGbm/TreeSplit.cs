namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>A question that a tree asks of a row.</summary>
/// <param name="Column">For a number, its column; for a category, the first of its columns.</param>
/// <param name="Threshold">Numbers above it go right.</param>
/// <param name="Categories">The columns of those categories that go right; null for a number.</param>
internal sealed record TreeSplit(int Column, float Threshold, int[]? Categories)
{
    public bool GoesRight(ReadOnlySpan<float> row)
    {
        if (Categories is null)
            return !(row[Column] <= Threshold);
        foreach (var category in Categories)
        {
            if (row[category] > 0)
                return true;
        }

        return false;
    }
}
