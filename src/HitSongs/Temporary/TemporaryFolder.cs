namespace HitSongs.Temporary;

/// <summary>A new folder that is gone with its content when it is disposed of.</summary>
/// <remarks>All of a process lie in one folder that it holds locked while it runs: what a killed process left behind, the next one finds unlocked and
/// removes.</remarks>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly Lock Gate = new();
    private static ProcessFolder? all;
    private static int made;

    /// <exception cref="HarnessException">No folder can be made where temporary ones belong.</exception>
    public TemporaryFolder()
    {
        lock (Gate)
        {
            all ??= ProcessFolder.Make(System.IO.Path.GetTempPath());
            Path = System.IO.Path.Combine(all.Path, $"{++made}");
        }

        HarnessException.Machine($"the temporary folder {Path} cannot be made", () => Directory.CreateDirectory(Path));
    }

    public string Path { get; }

    public void Dispose() => ProcessFolder.Delete(Path);

    /// <summary>For a process that ends without disposing of anything: removes all of its folders.</summary>
    public static void DeleteAll()
    {
        lock (Gate)
        {
            all?.Dispose();
            all = null;
        }
    }
}
