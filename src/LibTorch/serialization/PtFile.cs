using System.IO.Compression;

namespace TorchSharp;

/// <summary>The zip files that Python's torch.save writes and torch.load reads, also with weights_only=True.</summary>
internal static class PtFile
{
    /// <summary>Whether a file of this name is meant to be one.</summary>
    public static bool IsNamedSo(string location) => Path.GetExtension(location).ToLowerInvariant() is ".pt" or ".pth";

    /// <summary>Whether <paramref name="stream"/>, which stays where it is, begins as one.</summary>
    public static bool IsOne(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        var start = stream.Position;
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        return head[..length].SequenceEqual("PK\x3\x4"u8);
    }

    public static void Save(object? root, string location)
    {
        // The pickle first: what cannot be written leaves no file behind.
        var writer = new PickleWriter();
        using var unrecorded = torch.no_grad();
        var pickle = writer.Write(root);
        using var file = File.Create(location);
        Save(writer, pickle, file, Path.GetFileNameWithoutExtension(location));
    }

    /// <summary>The value in a file. Values are null, bool, long, double, string, tensors, object?[] for tuples, List and Dictionary.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The file is none, is cut, or does something it should not. Nothing in it is ever run.</exception>
    public static object? Load(Stream stream, string name)
    {
        try
        {
            if (!IsOne(stream)) throw new InvalidDataException(Kind(stream));
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Sum(entry => (decimal)entry.Length) > stream.Length) throw new InvalidDataException(
                "its parts say they are larger than the file, which is refused");
            var pickle = zip.Entries.FirstOrDefault(entry => entry.Name == "data.pkl" && entry.FullName.Count(c => c == '/') <= 1)
                ?? throw new InvalidDataException("it has no data.pkl, so torch.save did not write it");
            var folder = pickle.FullName[..^"data.pkl".Length];
            if (zip.GetEntry(folder + "constants.pkl") is not null) throw new InvalidDataException("it is a TorchScript program, not what torch.save writes");
            RefuseBigEndian(zip.GetEntry(folder + "byteorder"));
            return new PtReader(zip, folder).Read();
        }
        catch (Exception wrong) when (wrong is InvalidDataException or EndOfStreamException or IOException or OverflowException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"{name} cannot be loaded: {wrong.Message}", wrong);
        }
    }

    public static object? Load(string location)
    {
        using var file = File.OpenRead(location);
        return Load(file, location);
    }

    private static void Save(PickleWriter writer, ReadOnlyMemory<byte> pickle, Stream file, string stem)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        Add(zip, $"{stem}/data.pkl", pickle.Span);
        Add(zip, $"{stem}/byteorder", "little"u8);
        for (var key = 0; key < writer.Storages.Count; key++)
        {
            var (owner, data, bytes) = writer.Storages[key];
            using var memory = TensorExtensionMethods.Memory(data, bytes, FileAccess.Read);
            using var entry = zip.CreateEntry($"{stem}/data/{key}", CompressionLevel.NoCompression).Open();
            memory.CopyTo(entry);
            GC.KeepAlive(owner);
        }
        Add(zip, $"{stem}/version", "3\n"u8);
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(bytes);
    }

    private static void RefuseBigEndian(ZipArchiveEntry? entry)
    {
        if (entry is null) return;
        using var text = new StreamReader(entry.Open(), Encoding.ASCII);
        var order = new char[16];
        var length = text.ReadBlock(order);
        var word = new string(order, 0, length);
        if (word != "little") throw new InvalidDataException($"its numbers are in the byte order '{word}', only 'little' is read");
    }

    private static string Kind(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        // The two forms torch.save had before 1.6: pickles one after the other, and before that a tar.
        return length > 1 && head[0] == 0x80
            ? "it is in the form torch.save had before PyTorch 1.6; load it in Python and save it again with torch.save"
            : "it is no zip file, so torch.save did not write it (1.6 or newer), or it was cut at its beginning";
    }
}
