namespace HitSongs.Collecting.Run;

/// <summary>A new folder that is gone with its content when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hitsongs-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
