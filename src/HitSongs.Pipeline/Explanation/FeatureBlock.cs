using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Explanation;

/// <summary>Columns that only mean something together: shuffling one column of a one-hot category would make songs of no genre, or of two.</summary>
/// <param name="Name">An audio feature, or a group of descriptive features such as "genre".</param>
internal sealed record FeatureBlock(string Name, IReadOnlyList<int> Columns)
{
    public const string Genre = "genre";

    /// <summary>Every audio feature alone, every other group as a whole.</summary>
    public static IReadOnlyList<FeatureBlock> Of(FeatureEncoder encoder) =>
        [.. encoder.Columns.Select((column, i) => (Name: column.Group is FeatureGroup.Audio ? column.Feature : column.Group.ToString().ToLowerInvariant(), Index: i))
            .GroupBy(column => column.Name, StringComparer.Ordinal)
            .Select(block => new FeatureBlock(block.Key, [.. block.Select(column => column.Index)]))];
}
