namespace HitSongs.Pipeline;

/// <summary>Bootstrap draws of whole units, such as artists, whose songs are not independent.</summary>
internal sealed class UnitDraws
{
    private readonly int[] unitOf;

    /// <param name="units">By song.</param>
    public UnitDraws(IEnumerable<string> units, int count, int seed)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        unitOf = [.. units.Select(unit => numbers.TryGetValue(unit, out var number) ? number : numbers[unit] = numbers.Count)];
        Draws = [.. Times(numbers.Count, count, seed)];
    }

    /// <summary>Count of each unit, draw by draw; none where there is only one unit.</summary>
    public IReadOnlyList<int[]> Draws { get; }

    /// <summary>The number of a song's unit.</summary>
    public int UnitOf(int song) => unitOf[song];

    /// <summary>As <see cref="Draws"/>, of units that are numbered already.</summary>
    public static IEnumerable<int[]> Times(int units, int count, int seed)
    {
        var random = new SeededRandom(seed);
        for (var draw = 0; draw < count && units > 1; draw++)
        {
            var times = new int[units];
            for (var i = 0; i < times.Length; i++)
                times[random.Below(times.Length)]++;
            yield return times;
        }
    }
}
