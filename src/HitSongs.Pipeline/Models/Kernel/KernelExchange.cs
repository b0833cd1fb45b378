using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>What an exchange of columns means to kernel regression: other values in some coordinates of audio, or other categories.</summary>
/// <param name="Coordinates">Coordinates in audio; none for a feature that does not count.</param>
/// <param name="Categories">Which of genre, subgenre and style.</param>
internal sealed record KernelExchange(IReadOnlyList<int[]> Orders, int[] Coordinates, int[] Categories)
{
    /// <exception cref="ArgumentException">The columns are neither all of audio nor all of categories.</exception>
    public static KernelExchange Of(ColumnExchange exchange, FeatureEncoder encoder)
    {
        var codes = Enumerable.Range(0, encoder.Columns.Count).Where(i => encoder.Columns[i].Group is FeatureGroup.Genre).ToList();
        if (exchange.Columns.All(codes.Contains))
            return new KernelExchange(exchange.Orders, [], [.. exchange.Columns.Select(column => codes.IndexOf(column))]);
        if (exchange.Columns.All(column => encoder.Columns[column].Group is FeatureGroup.Audio))
            return new KernelExchange(exchange.Orders, [.. exchange.Columns.SelectMany(column => KernelPoints.AudioCoordinates((AudioFeature)column))], []);
        throw new ArgumentException($"Only audio features among themselves and categories among themselves can be exchanged, not {string.Join(", ", exchange.Columns.Select(column => encoder.Names[column]))}.", nameof(exchange));
    }
}
