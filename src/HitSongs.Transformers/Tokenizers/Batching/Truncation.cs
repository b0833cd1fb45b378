namespace HitSongs.Transformers.Tokenizers.Batching;

/// <summary>Cuts one text or a pair to a number of tokens.</summary>
internal sealed record Truncation(TruncationStrategy Strategy, int MaxLength, int Stride, bool FromLeft)
{
    /// <param name="first">The first text, without special tokens.</param>
    /// <param name="second">The second, or null.</param>
    /// <param name="added">How many special tokens come on top.</param>
    /// <exception cref="ArgumentException">The special tokens alone are longer, or the text that may give way is too short to.</exception>
    public (EncodingFast First, EncodingFast? Second) Apply(EncodingFast first, EncodingFast? second, int added)
    {
        var room = MaxLength - added;
        if (room < 0)
        {
            throw CallArgument.Fault("max_length", $"max_length {MaxLength} has no room for the {added} special tokens");
        }
        var (firstLength, secondLength) = (first.Count, second?.Count ?? 0);
        var excess = firstLength + secondLength - room;
        if (excess <= 0)
        {
            return (first, second);
        }
        if (Strategy == TruncationStrategy.LONGEST_FIRST)
        {
            (firstLength, secondLength) = Balance(firstLength, secondLength, room);
            return (Cut(first, firstLength), second is null ? null : Cut(second, secondLength));
        }
        var onFirst = Strategy == TruncationStrategy.ONLY_FIRST;
        if (!onFirst && second is null)
        {
            throw CallArgument.Fault("truncation", "truncation \"only_second\" needs a second text");
        }
        var left = (onFirst ? firstLength : secondLength) - excess;
        if (left <= 0)
        {
            throw CallArgument.Fault(
                "truncation",
                $"the {(onFirst ? "first" : "second")} text has too few tokens to bring the pair to max_length {MaxLength}: {excess} are too many, "
                    + "truncation \"longest_first\" cuts both"
            );
        }
        return onFirst ? (Cut(first, left), second) : (first, Cut(second!, left));
    }

    /// <summary>The lengths of both texts where the longer gives way first; of two that are too long, the longer keeps the odd token.</summary>
    private static (int First, int Second) Balance(int first, int second, int room)
    {
        var (shorter, longer) = (Math.Min(first, second), Math.Max(first, second));
        longer = shorter > room ? shorter : Math.Max(shorter, room - shorter);
        if (shorter + longer > room)
        {
            shorter = room / 2;
            longer = room - shorter;
        }
        return first > second ? (longer, shorter) : (shorter, longer);
    }

    /// <summary>The first piece of <paramref name="length"/> tokens, and the others as what overflows; each repeats the last Stride tokens of the one
    /// before.</summary>
    private EncodingFast Cut(EncodingFast encoding, int length)
    {
        if (length >= encoding.Count)
        {
            return encoding;
        }
        if (length == 0)
        {
            return encoding.Slice(0, 0).WithOverflowing([encoding]);
        }
        if (Stride >= length)
        {
            throw CallArgument.Fault("stride", $"stride {Stride} is not smaller than the {length} tokens that a piece of the text may have");
        }
        var pieces = new List<EncodingFast>();
        for (var from = 0; ; from += length - Stride)
        {
            var to = Math.Min(from + length, encoding.Count);
            pieces.Add(FromLeft ? encoding.Slice(encoding.Count - to, encoding.Count - from) : encoding.Slice(from, to));
            if (to == encoding.Count)
            {
                return pieces[0].WithOverflowing(pieces[1..]);
            }
        }
    }
}
