namespace HitSongs.Benchmarks.Memory;

/// <summary>Something done so many times over, that must not grow.</summary>
internal sealed record Loop(string Name, int Times, Func<Action> Prepare);
