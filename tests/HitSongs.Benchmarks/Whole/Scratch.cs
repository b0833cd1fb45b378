namespace HitSongs.Benchmarks.Whole;

/// <summary>A folder for results, gone at the end.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hitsongs-figures-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
