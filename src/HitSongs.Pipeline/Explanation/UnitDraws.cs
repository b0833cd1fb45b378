namespace HitSongs.Pipeline.Explanation;

/// <summary>Bootstrap draws of whole units, such as artists, whose songs are not independent.</summary>
internal sealed class UnitDraws
{
    private readonly List<int[]> draws = [];
    private readonly int[] unitOf;

    /// <param name="units">By song.</param>
    public UnitDraws(IEnumerable<string> units, int count, int seed)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        unitOf = [.. units.Select(unit => numbers.TryGetValue(unit, out var number) ? number : numbers[unit] = numbers.Count)];
        var random = new SeededRandom(seed);
        for (var draw = 0; draw < count && numbers.Count > 1; draw++)
        {
            var times = new int[numbers.Count];
            for (var i = 0; i < times.Length; i++)
                times[random.Below(times.Length)]++;
            draws.Add(times);
        }
    }

    /// <summary>How often each unit is drawn, draw by draw; none where there is only one unit.</summary>
    public IReadOnlyList<int[]> Draws => draws;

    /// <summary>The number of a song's unit.</summary>
    public int UnitOf(int song) => unitOf[song];
}
