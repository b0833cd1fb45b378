using System.IO.Compression;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>The parts of a .pt file, by their names in its folder.</summary>
internal sealed class ZipParts(ZipArchive zip, string folder)
{
    /// <exception cref="InvalidDataException">The part is missing or compressed.</exception>
    public ZipArchiveEntry Entry(string name)
    {
        var entry = zip.GetEntry(folder + name) ?? throw new InvalidDataException($"'{name}' is missing");
        // torch.save stores; what is compressed could grow without bound.
        if (entry.CompressedLength != entry.Length) throw new InvalidDataException($"'{name}' is compressed, which torch.save does not do and is refused");
        return entry;
    }

    /// <exception cref="InvalidDataException">The part is missing, compressed or too large to be a pickle.</exception>
    public byte[] Bytes(string name)
    {
        var entry = Entry(name);
        if (entry.Length > Array.MaxLength) throw new InvalidDataException($"'{name}' has {entry.Length} bytes, which is refused");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
