namespace HitSongs.Benchmarks.Torch;

/// <summary>One thing that both halves do.</summary>
/// <param name="Name">What it is called in the table and in peers/torch_peer.py.</param>
/// <param name="Repetitions">How often it is done between two readings of the clock, so that a reading takes some tenths of a second.</param>
/// <param name="Prepare">Makes models and inputs, and returns what does the thing so many times.</param>
internal sealed record Workload(string Name, int Repetitions, Func<Action<int>> Prepare);
