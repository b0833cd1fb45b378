using System.Text.Json;

namespace HitSongs.Collecting.Batch;

/// <summary>Outcome of a unit that a process of its own graded, in the unit's folder: the batch's process takes it into its journal.</summary>
internal static class UnitFile
{
    private const string FileName = "unit.json";

    /// <returns>Null where there is none, or one of another version of this program.</returns>
    public static JournalEntry? Read(string folder)
    {
        try
        {
            return Path.Combine(folder, FileName) is var path && File.Exists(path)
                ? JsonSerializer.Deserialize<JournalEntry>(File.ReadAllBytes(path), Journal.Compact)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(string folder, JournalEntry entry) =>
        CacheFile.Write(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(entry, Journal.Compact));

    public static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, FileName));
        }
    }
}
