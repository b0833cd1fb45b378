namespace HitSongs.Benchmarks.Whole;

/// <summary>One line of RESULTS.md.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">With its unit.</param>
/// <param name="Command">What makes it again, from the repository's folder.</param>
internal sealed record Figure(string What, string Value, string Command)
{
    /// <summary>Whether it is above what was promised.</summary>
    public bool IsTooMuch { get; init; }
}
