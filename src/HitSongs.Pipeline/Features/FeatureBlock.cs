namespace HitSongs.Pipeline.Features;

/// <summary>Columns that only mean something together: shuffling one column of a one-hot category would make songs of no genre, or of two.</summary>
/// <param name="Name">A number's name, or "genre".</param>
internal sealed record FeatureBlock(string Name, IReadOnlyList<int> Columns)
{
    public const string Genre = "genre";

    /// <param name="names">By column the name of its feature.</param>
    public static IReadOnlyList<FeatureBlock> Of(IReadOnlyList<string> names) =>
        [
            .. names
                .Index()
                .GroupBy(column => column.Item, StringComparer.Ordinal)
                .Select(block => new FeatureBlock(block.Key, [.. block.Select(column => column.Index)])),
        ];

    /// <returns>By column the position of its block in <see cref="Of"/>.</returns>
    public static IReadOnlyList<int> NumbersOf(IReadOnlyList<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return [.. names.Select(name => distinct.IndexOf(name))];
    }
}
