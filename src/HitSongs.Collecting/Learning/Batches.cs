namespace HitSongs.Collecting.Learning;

/// <summary>Cuts texts into batches of like length, in an order that is drawn anew for every epoch; pairs stay together.</summary>
/// <param name="seed">The same order for the same seed.</param>
internal sealed class Batches(IReadOnlyList<LearningText> texts, int size, int seed)
{
    private const int UnitsOfChunk = 1600;

    private readonly Random random = new(seed);
    private readonly int[][] units =
    [
        .. texts.Index().GroupBy(pair => pair.Item.Pair >= 0 ? pair.Item.Pair : -1 - pair.Index).Select(group => group.Select(pair => pair.Index).ToArray()),
    ];

    /// <summary>About how many batches an epoch has.</summary>
    public int Count => (texts.Count / size) + 1;

    /// <summary>Indices of the texts of each batch.</summary>
    public IReadOnlyList<int[]> Next()
    {
        random.Shuffle(units);
        var batches = units
            .Chunk(UnitsOfChunk)
            .SelectMany(chunk => chunk.OrderBy(unit => unit.Max(i => texts[i].Ids.Length)).SelectMany(unit => unit).Chunk(size))
            .ToArray();
        random.Shuffle(batches);
        return batches;
    }
}
