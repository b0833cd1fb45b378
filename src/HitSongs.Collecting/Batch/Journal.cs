using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HitSongs.Collecting.Batch;

/// <summary>
/// What a batch has done so far, a line each, only ever appended to. Every line begins with a hash over itself and the line before, so that what a killed
/// process
/// left half written, or anyone changed since, ends the part that is believed.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const string FileName = "journal";

    private const int HashLength = 32;

    /// <summary>EWOULDBLOCK, of a file that another process has locked.</summary>
    private const int WouldBlock = 11;

    private readonly FileStream file;
    private readonly Lock gate = new();
    private string last = "";

    private Journal(FileStream file) => this.file = file;

    /// <summary>The entries that were there when it was opened, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    /// <summary>Where lines were not believed that no killed process leaves so: what is wrong, and where they are kept; null where there are none.</summary>
    public string? Damage { get; private set; }

    /// <param name="folder">Of the batch's results.</param>
    /// <param name="resume">Whether to go on with a journal that is there.</param>
    /// <exception cref="UsageException">There is one and it is not to be resumed, another process is writing it, or it cannot be written.</exception>
    /// <exception cref="InvalidInputException">Its first line, with the seed of all draws, is not as a batch wrote it.</exception>
    public static Journal Open(string folder, bool resume)
    {
        var path = Path.Combine(folder, FileName);
        if (!resume && File.Exists(path))
        {
            throw new UsageException($"{folder} holds a batch already: go on with it by --resume, or name another folder with --out");
        }

        FileStream opened;
        try
        {
            Directory.CreateDirectory(folder);
            opened = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult == WouldBlock)
        {
            throw new UsageException($"another process is grading a batch in {folder}: wait for it, or name another folder with --out");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"nothing can be written into {folder}: check its rights, or name another folder with --out");
        }

        var journal = new Journal(opened);
        try
        {
            journal.ReadEntries(path);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Written to the disk when this returns.</summary>
    public void Append(JournalEntry entry)
    {
        lock (gate)
        {
            var json = JsonSerializer.Serialize(entry, Compact);
            last = HashOf(last, json);
            file.Write(Encoding.UTF8.GetBytes($"{last} {json}\n"));
            file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => file.Dispose();

    internal static JsonSerializerOptions Compact { get; } =
        new(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    /// <summary>Believes the lines up to the first that is broken, and cuts the file there.</summary>
    private void ReadEntries(string path)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var (entries, believed) = (new List<JournalEntry>(), 0);
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', believed)) >= 0; believed = end + 1)
        {
            var line = Encoding.UTF8.GetString(bytes, believed, end - believed);
            if (Read(line) is not { } entry)
            {
                break;
            }

            last = line[..HashLength];
            entries.Add(entry);
        }

        // A process that is killed leaves a part of one line at the end; whole lines that are not believed were changed since.
        if (Array.IndexOf(bytes, (byte)'\n', believed) >= 0)
        {
            if (entries.Count == 0)
            {
                throw new InvalidInputException(
                    path, 1, "this is no journal of a batch, or its first line was changed: with it, the seed of all draws is lost",
                    "Put the file back as it was, or name another folder with --out and begin anew");
            }

            var kept = $"{path}.damaged";
            File.WriteAllBytes(kept, bytes);
            Damage = $"{path}:{entries.Count + 1}: this line was changed since it was written: what it and those below tell is graded again (kept as {kept})";
        }

        file.SetLength(believed);
        file.Position = believed;
        Entries = entries;
    }

    private JournalEntry? Read(string line)
    {
        if (line.Length <= HashLength + 1 || line[..HashLength] != HashOf(last, line[(HashLength + 1)..]))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line[(HashLength + 1)..], Compact);
        }
        catch (JsonException)
        {
            return null; // of another version of this program
        }
    }

    private static string HashOf(string before, string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before} {json}")))[..HashLength];
}

/// <summary>Either the batch's seed, which comes first, or what became of a submission.</summary>
/// <param name="Seed">What every submission's draws come from; null in entries of submissions.</param>
/// <param name="Name">The submission's; null in the first entry.</param>
/// <param name="Digest">Of all that its grade follows from.</param>
/// <param name="Grade">SHA-256 of its grade.json; null where it has none.</param>
/// <param name="Fault">Why it has none.</param>
internal sealed record JournalEntry(int? Seed, string? Name, string? Digest, string? Grade, string? Fault);
