using System.Buffers.Binary;
using System.IO.Compression;

namespace HitSongs.Raster;

/// <summary>A chart as a PNG with a palette: it has few colours, and so takes a third of the bytes. Equal pictures give equal bytes.</summary>
internal static class IndexedPng
{
    private const int MostColours = 256;

    // Of a picture with more shades, such as a photograph, a palette would show.
    private const int MostShades = 4_096;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="pixels">Row by row, each as alpha, red, green and blue from the highest byte down. What is transparent becomes white.</param>
    /// <param name="otherwise">Writes it where it has too many shades for a palette.</param>
    public static byte[] Of(int width, int height, ReadOnlySpan<uint> pixels, Func<byte[]> otherwise)
    {
        var (shades, shadeOf, counts) = (new Dictionary<uint, int>(), new int[pixels.Length], new List<int>());
        for (var i = 0; i < pixels.Length; i++)
        {
            // Most pixels look like the one before.
            if (i > 0 && pixels[i] == pixels[i - 1])
            {
                shadeOf[i] = shadeOf[i - 1];
            }
            else if (!shades.TryGetValue(pixels[i], out shadeOf[i]))
            {
                if (shades.Count == MostShades)
                {
                    return otherwise();
                }

                shades.Add(pixels[i], shadeOf[i] = shades.Count);
                counts.Add(0);
            }

            counts[shadeOf[i]]++;
        }

        var colours = shades.Select(shade => (Colour: OnWhite(shade.Key), Shade: shade.Value)).ToList();
        var palette = colours
            .OrderByDescending(colour => counts[colour.Shade])
            .ThenBy(colour => colour.Colour)
            .Select(colour => colour.Colour)
            .Distinct()
            .Take(MostColours)
            .ToArray();
        var places = colours.OrderBy(colour => colour.Shade).Select(colour => (byte)Nearest(palette, colour.Colour)).ToArray();
        return Write(width, height, palette, Array.ConvertAll(shadeOf, shade => places[shade]));
    }

    private static int OnWhite(uint colour)
    {
        var alpha = (int)(colour >> 24);
        return (Channel(16) << 16) | (Channel(8) << 8) | Channel(0);

        int Channel(int shift) => (((int)(colour >> shift & 255) * alpha) + (255 * (255 - alpha)) + 127) / 255;
    }

    private static int Nearest(int[] palette, int colour)
    {
        var exact = Array.IndexOf(palette, colour);
        return exact >= 0 ? exact : Enumerable.Range(0, palette.Length).MinBy(i => Distance(palette[i], colour));
    }

    private static int Distance(int a, int b)
    {
        var (red, green, blue) = ((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
        return (red * red) + (green * green) + (blue * blue);
    }

    private static byte[] Write(int width, int height, int[] palette, byte[] indices)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3); // 8 bits, with a palette
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        Chunk(file, "IDAT"u8, Compressed(width, indices));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(int width, byte[] indices)
    {
        using var data = new MemoryStream();
        using (var packed = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var start = 0; start < indices.Length; start += width)
            {
                packed.WriteByte(0); // no filter: neighbours in a palette have nothing in common
                packed.Write(indices, start, width);
            }
        }

        return data.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Checked(data, Checked(type, uint.MaxValue)));
        file.Write(number);
    }

    // CRC-32, as PNG has it.
    private static uint Checked(ReadOnlySpan<byte> bytes, uint remainder)
    {
        foreach (var value in bytes)
        {
            remainder = Remainders[(remainder ^ value) & 255] ^ (remainder >> 8);
        }

        return remainder;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
