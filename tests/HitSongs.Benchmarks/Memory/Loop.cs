namespace HitSongs.Benchmarks.Memory;

/// <summary>Something done so many times over.</summary>
internal sealed record Loop(string Name, int Times, Func<Action> Prepare)
{
    /// <summary>Whether it must not grow. The collector of garbage sees objects of a hundred bytes, not the tensors that they hold: what leaves large ones to
    /// it grows, as it does wherever TorchSharp runs, and is measured to be known.</summary>
    public bool IsBounded { get; init; } = true;
}
