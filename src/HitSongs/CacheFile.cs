namespace HitSongs;

/// <summary>Writes what is kept between runs: several processes may do so at the same time, and none ever sees half a file.</summary>
internal static class CacheFile
{
    /// <param name="path">Its folder is made where it is missing.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        File.WriteAllBytes(half, bytes);
        File.Move(half, path, overwrite: true);
    }
}
