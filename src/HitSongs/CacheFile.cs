namespace HitSongs;

/// <summary>Writes what is kept between runs: several processes may do so at the same time, and none ever sees half a file.</summary>
internal static class CacheFile
{
    /// <summary>The same for what is kept to save time alone: where it cannot be written, the next run does the work again.</summary>
    public static void Try(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Write(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that is full or read-only, or someone else's folder.
        }
    }

    /// <param name="path">Its folder is made where it is missing.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(half, bytes);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half); // of a disk that is full, say
            throw;
        }
    }
}
