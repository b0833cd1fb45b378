using System.IO.Hashing;
using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>Different texts, each kept once as UTF-8 and known by its number: a million rows with few genres cost four bytes per row.</summary>
internal sealed class Utf8Names
{
    private const int SmallestBlock = 1 << 10;
    private const int LargestBlock = 1 << 20;

    private readonly List<byte[]> blocks = [];
    private int usedOfBlock;
    private (int Block, int Start, int Length)[] places = new (int, int, int)[16];

    // Half of a text's hash with its number, from 1, below it; 0 is free. One slot holds both, so that a new text is looked up at one place of the memory.
    private ulong[] slots = new ulong[32];
    private string?[] texts = [];

    public int Count { get; private set; }

    public string this[int number]
    {
        get
        {
            if (number >= texts.Length)
                Array.Resize(ref texts, places.Length);
            return texts[number] ??= Encoding.UTF8.GetString(Bytes(number));
        }
    }

    public ReadOnlySpan<byte> Bytes(int number)
    {
        var (block, start, length) = places[number];
        return blocks[block].AsSpan(start, length);
    }

    /// <summary>The number of a text: 0, 1, 2 … in the order in which texts occur first.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = (uint)XxHash3.HashToUInt64(text);
        var slot = Slot(hash);
        for (; slots[slot] != 0; slot = Next(slot))
        {
            if ((uint)(slots[slot] >> 32) == hash && Bytes((int)(uint)slots[slot] - 1).SequenceEqual(text))
                return (int)(uint)slots[slot] - 1;
        }

        if (Count == places.Length)
        {
            Grow();
            return Add(text);
        }

        places[Count] = Store(text);
        slots[slot] = ((ulong)hash << 32) | (uint)(Count + 1);
        return Count++;
    }

    /// <summary>By the highest bits: texts that are neighbours before the table grows are neighbours after it, and it grows from the one end to the
    /// other.</summary>
    private int Slot(uint hash) => (int)(((ulong)hash * (ulong)slots.Length) >> 32);

    private int Next(int slot) => (slot + 1) & (slots.Length - 1);

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
        var former = slots;
        slots = new ulong[former.Length * 2];
        foreach (var entry in former)
        {
            if (entry == 0)
                continue;
            var slot = Slot((uint)(entry >> 32));
            while (slots[slot] != 0)
                slot = Next(slot);
            slots[slot] = entry;
        }
    }
}
