namespace HitSongs.Reporting.Text;

/// <summary>The rows of a table that are shown, and what to say of the rest.</summary>
/// <param name="Rows">The first of them.</param>
/// <param name="Note">What was left out; null where all are here.</param>
internal sealed record CappedRows<T>(IReadOnlyList<T> Rows, string? Note);

internal static class CappedRows
{
    /// <summary>More rows than this nobody reads; the evidence has all.</summary>
    public const int Most = 100;

    public static CappedRows<T> Of<T>(IReadOnlyList<T> rows) =>
        rows.Count <= Most ? new(rows, null) : new([.. rows.Take(Most)], $"The first {Most} of {Numbers.Count(rows.Count, "row", "rows")} are shown.");
}
