using Microsoft.Win32.SafeHandles;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights.Memory;

/// <summary>Moves the elements of tensors between memory and files, without a copy between.</summary>
internal static class TensorMemory
{
    // Elements that are looked at together: a span ends at 2 GiB, and no element has more than 16 bytes.
    private const long Part = 1 << 26;

    /// <summary>Fills a contiguous tensor from a place in a file.</summary>
    /// <exception cref="EndOfStreamException">The file ends before the tensor is full.</exception>
    public static void Fill(Tensor tensor, SafeFileHandle file, long position)
    {
        foreach (var part in Parts(tensor))
        {
            var rest = part.bytes;
            while (rest.Length > 0)
            {
                var read = RandomAccess.Read(file, rest, position);
                if (read == 0) throw new EndOfStreamException("the file became shorter while it was read");
                rest = rest[read..];
                position += read;
            }
        }
    }

    /// <summary>Fills a contiguous tensor from a stream.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before the tensor is full.</exception>
    public static void Fill(Tensor tensor, Stream stream)
    {
        foreach (var part in Parts(tensor)) stream.ReadExactly(part.bytes);
    }

    /// <summary>Writes the elements of a contiguous tensor.</summary>
    public static void Write(Tensor tensor, Stream file)
    {
        foreach (var part in Parts(tensor)) file.Write(part.bytes);
    }

    private static IEnumerable<Tensor> Parts(Tensor tensor)
    {
        using var flat = tensor.view(-1);
        for (var start = 0L; start < flat.numel(); start += Part)
        {
            using var part = flat.narrow(0, start, Math.Min(Part, flat.numel() - start));
            yield return part;
        }
    }
}
