using System.IO.Compression;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Writes a zip archive anew without the time of day, so that equal contents are equal bytes.</summary>
internal static class StableZip
{
    /// <summary>The first moment that a zip archive can name.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] zip)
    {
        using var from = new ZipArchive(new MemoryStream(zip));
        using var bytes = new MemoryStream();
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = Always;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return bytes.ToArray();
    }
}
