namespace HitSongs.Reporting.Rendering;

/// <summary>Something that one process at a time may do: a file that only one can hold open. The system lets go of it where a process dies.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for its turn; disposing of the result lets the next one in.</summary>
    /// <param name="path">Its folder exists. The file stays: whoever removed it would open a second door.</param>
    /// <exception cref="TimeoutException">Another process had it for all of <paramref name="limit"/>.</exception>
    public static async Task<IDisposable> HoldAsync(string path, TimeSpan limit, CancellationToken cancellation)
    {
        for (var late = DateTime.UtcNow + limit; ; await Task.Delay(Pause, cancellation))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && DateTime.UtcNow < late)
            {
                // Another one's turn.
            }
            catch (IOException busy) when (File.Exists(path))
            {
                throw new TimeoutException($"{path} was held by another process for {limit.TotalMinutes:0} minutes", busy);
            }
        }
    }
}
