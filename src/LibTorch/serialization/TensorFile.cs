namespace TorchSharp;

/// <summary>Tensors in TorchSharp's own binary form: type, shape, elements.</summary>
public static unsafe partial class TensorExtensionMethods
{
    /// <summary>Writes type, number of dimensions and sizes as LEB128 numbers, then the elements in order.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        using var scope = torch.NewDisposeScope();
        using var unrecorded = torch.no_grad();
        var elements = tensor.cpu().contiguous();
        writer.Write7BitEncodedInt64((long)elements.dtype);
        writer.Write7BitEncodedInt64(elements.dim());
        foreach (var size in elements.shape) writer.Write7BitEncodedInt64(size);
        writer.Flush();
        using var memory = Memory(elements, FileAccess.Read);
        memory.CopyTo(writer.BaseStream);
        GC.KeepAlive(elements);
    }

    /// <summary>Reads a new tensor that <see cref="Save"/> or TorchSharp wrote.</summary>
    /// <param name="skip">Only goes past it; the result is null.</param>
    /// <exception cref="InvalidDataException">What is there is no tensor.</exception>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        var (type, shape) = Header(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return null!;
        }
        var tensor = torch.empty(shape, type);
        Fill(tensor, reader);
        return tensor;
    }

    /// <summary>Reads into <paramref name="tensor"/>, which keeps its type and place.</summary>
    /// <exception cref="InvalidDataException">What is there is no tensor, or one of another shape.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = Header(reader);
        if (skip)
        {
            Skip(reader, type, shape);
            return;
        }
        if (!shape.SequenceEqual(tensor.shape)) throw new InvalidDataException(
            $"the tensor in the file has shape [{string.Join(", ", shape)}], not [{string.Join(", ", tensor.shape)}]");
        using var unrecorded = torch.no_grad();
        using var read = torch.empty(shape, type);
        Fill(read, reader);
        tensor.copy_(read);
    }

    /// <summary>The elements of a contiguous CPU tensor as a stream, which does not keep the tensor alive.</summary>
    internal static UnmanagedMemoryStream Memory(torch.Tensor tensor, FileAccess access)
    {
        var length = tensor.numel() * tensor.ElementSize;
        return Memory((nint)tensor.Data(), length, access);
    }

    /// <summary>Memory as a stream.</summary>
    internal static UnmanagedMemoryStream Memory(nint data, long length, FileAccess access)
    {
        // What is empty may lie nowhere.
        byte nothing;
        return new UnmanagedMemoryStream(length == 0 ? &nothing : (byte*)data, length, length, access);
    }

    /// <summary>How many bytes a tensor of this type and shape takes.</summary>
    /// <exception cref="InvalidDataException">It could not be, or is more than <paramref name="limit"/>.</exception>
    internal static long Bytes(torch.ScalarType type, long[] shape, long limit)
    {
        using var one = torch.empty(Array.Empty<long>(), type);
        var bytes = (Int128)one.ElementSize;
        foreach (var size in shape)
        {
            if (size < 0) throw new InvalidDataException($"a tensor has the shape [{string.Join(", ", shape)}]");
            // Sizes after an empty dimension must be in bounds as well.
            bytes = Int128.Min(bytes * Math.Max(size, 1), Int128.One << 100);
        }
        if (bytes > limit) throw new InvalidDataException($"a tensor of shape [{string.Join(", ", shape)}] takes {bytes} bytes where {limit} are left");
        return shape.Contains(0) ? 0 : (long)bytes;
    }

    private static (torch.ScalarType, long[]) Header(BinaryReader reader)
    {
        var (type, dimensions) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        if (!Enum.IsDefined((torch.ScalarType)type)) throw new InvalidDataException($"a tensor has the unknown element type {type}");
        if (dimensions is < 0 or > 64) throw new InvalidDataException($"a tensor has {dimensions} dimensions");
        var shape = new long[dimensions];
        for (var d = 0; d < shape.Length; d++) shape[d] = reader.Read7BitEncodedInt64();
        var stream = reader.BaseStream;
        Bytes((torch.ScalarType)type, shape, stream.CanSeek ? stream.Length - stream.Position : Array.MaxLength);
        return ((torch.ScalarType)type, shape);
    }

    private static void Skip(BinaryReader reader, torch.ScalarType type, long[] shape)
    {
        using var tensor = torch.empty(shape, type);
        Fill(tensor, reader);
    }

    private static void Fill(torch.Tensor tensor, BinaryReader reader)
    {
        using var memory = Memory(tensor, FileAccess.Write);
        var buffer = new byte[Math.Min(memory.Length, 1 << 16)];
        for (var left = memory.Length; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            reader.BaseStream.ReadExactly(part);
            memory.Write(part);
            left -= part.Length;
        }
        GC.KeepAlive(tensor);
    }
}
