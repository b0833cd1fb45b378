using System.IO.Compression;
using System.Text;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>Reads the zip files that Python's torch.save writes. Nothing in them is ever run.</summary>
internal static class PtFile
{
    /// <summary>The tensors of a state_dict, by name.</summary>
    /// <exception cref="InvalidDataException">The file holds something else, is cut, or does something it should not.</exception>
    public static Dictionary<string, Tensor> StateDict(string location)
    {
        using var file = File.OpenRead(location);
        if (Load(file, location) is not Dictionary<object, object?> entries) throw new InvalidDataException($"{location} holds no dictionary of tensors");
        return entries.ToDictionary(
            entry => entry.Key as string ?? throw new InvalidDataException($"{location} holds a dictionary in which {entry.Key} is no name"),
            entry => entry.Value as Tensor ?? throw new InvalidDataException($"{location} holds a dictionary in which '{entry.Key}' is no tensor"),
            StringComparer.Ordinal);
    }

    /// <summary>The value in a file. Values are null, bool, long, double, string, tensors, object?[] for tuples, List and Dictionary.</summary>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The file is none, is cut, or does something it should not.</exception>
    public static object? Load(Stream stream, string name)
    {
        try
        {
            RefuseOtherKinds(stream);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new PtReader(Parts(zip, stream.Length)).Read();
        }
        catch (Exception wrong)
            when (wrong is InvalidDataException or EndOfStreamException or IOException or OverflowException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"{name} cannot be loaded: {wrong.Message}", wrong);
        }
    }

    private static ZipParts Parts(ZipArchive zip, long fileLength)
    {
        if (zip.Entries.Sum(entry => (decimal)entry.Length) > fileLength)
            throw new InvalidDataException("its parts say they are larger than the file, which is refused");
        var pickle = zip.Entries.FirstOrDefault(entry => entry.Name == "data.pkl" && entry.FullName.Count(c => c == '/') <= 1)
            ?? throw new InvalidDataException("it has no data.pkl, so torch.save did not write it");
        var folder = pickle.FullName[..^"data.pkl".Length];
        if (zip.GetEntry(folder + "constants.pkl") is not null) throw new InvalidDataException("it is a TorchScript program, not what torch.save writes");
        RefuseBigEndian(zip.GetEntry(folder + "byteorder"));
        return new ZipParts(zip, folder);
    }

    private static void RefuseBigEndian(ZipArchiveEntry? entry)
    {
        if (entry is null) return;
        using var text = new StreamReader(entry.Open(), Encoding.ASCII);
        var order = new char[16];
        var word = new string(order, 0, text.ReadBlock(order));
        if (word != "little") throw new InvalidDataException($"its numbers are in the byte order '{word}', only 'little' is read");
    }

    private static void RefuseOtherKinds(Stream stream)
    {
        Span<byte> head = stackalloc byte[4];
        var start = stream.Position;
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        if (head[..length].SequenceEqual("PK\x3\x4"u8)) return;
        // The two forms torch.save had before 1.6: pickles one after the other, and before that a tar.
        throw new InvalidDataException(length > 1 && head[0] == 0x80
            ? "it is in the form torch.save had before PyTorch 1.6; load it in Python and save it again with torch.save"
            : "it is no zip file, so torch.save did not write it (1.6 or newer), or it was cut at its beginning");
    }
}
