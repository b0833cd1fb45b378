using System.IO.Hashing;
using System.Text;

namespace HitSongs.Pipeline;

/// <summary>Different texts, each kept once as UTF-8 and known by its number: a million rows with few genres cost four bytes per row.</summary>
internal sealed class Utf8Names
{
    private const int SmallestBlock = 1 << 10;
    private const int LargestBlock = 1 << 20;

    private readonly List<byte[]> blocks = [];
    private int usedOfBlock;
    private (int Block, int Start, int Length)[] places = new (int, int, int)[16];
    private ulong[] hashes = new ulong[16];
    private int[] slots = new int[32];
    private string?[] texts = new string?[16];

    public int Count { get; private set; }

    public string this[int number] => texts[number] ??= Encoding.UTF8.GetString(Bytes(number));

    public ReadOnlySpan<byte> Bytes(int number)
    {
        var (block, start, length) = places[number];
        return blocks[block].AsSpan(start, length);
    }

    /// <summary>The number of a text: 0, 1, 2 … in the order in which texts occur first.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = XxHash3.HashToUInt64(text);
        var slot = (int)(hash & (ulong)(slots.Length - 1));
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = slots[slot] - 1;
            if (hashes[number] == hash && Bytes(number).SequenceEqual(text))
                return number;
        }

        if (Count == places.Length)
        {
            Grow();
            return Add(text);
        }

        (places[Count], hashes[Count], slots[slot]) = (Store(text), hash, Count + 1);
        return Count++;
    }

    private (int Block, int Start, int Length) Store(ReadOnlySpan<byte> text)
    {
        if (blocks.Count == 0 || usedOfBlock + text.Length > blocks[^1].Length)
        {
            var size = blocks.Count == 0 ? SmallestBlock : Math.Min(LargestBlock, blocks[^1].Length * 2);
            blocks.Add(new byte[Math.Max(size, text.Length)]);
            usedOfBlock = 0;
        }

        text.CopyTo(blocks[^1].AsSpan(usedOfBlock));
        var place = (blocks.Count - 1, usedOfBlock, text.Length);
        usedOfBlock += text.Length;
        return place;
    }

    /// <summary>Half of the slots stay free, so that a search ends soon.</summary>
    private void Grow()
    {
        Array.Resize(ref places, places.Length * 2);
        Array.Resize(ref hashes, hashes.Length * 2);
        Array.Resize(ref texts, texts.Length * 2);
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(hashes[number] & (ulong)(slots.Length - 1));
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number + 1;
        }
    }
}
