using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers;

/// <summary>One encoded text or pair of texts: ids, and for each of them what it stands for.</summary>
public sealed class EncodingFast
{
    internal static readonly EncodingFast Empty = new([], [], [], [], [], [], [], [], static _ => "");

    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _words;
    private readonly int[] _sequences;
    private readonly Func<int, string> _tokenOf;

    internal EncodingFast(
        int[] ids,
        int[] typeIds,
        int[] starts,
        int[] ends,
        int[] words,
        int[] sequences,
        int[] special,
        int[] attention,
        Func<int, string> tokenOf
    )
    {
        IdArray = ids;
        TypeIds = typeIds;
        _starts = starts;
        _ends = ends;
        _words = words;
        _sequences = sequences;
        Special = special;
        Attention = attention;
        _tokenOf = tokenOf;
    }

    /// <summary>The number of tokens, special ones and padding included.</summary>
    public int Count => IdArray.Length;

    /// <summary>The tokens' ids in the vocabulary.</summary>
    public IReadOnlyList<int> ids => IdArray;

    /// <summary>The tokens as the vocabulary writes them.</summary>
    public IReadOnlyList<string> tokens => Array.ConvertAll(IdArray, id => _tokenOf(id));

    /// <summary>0 for the first text, 1 for the second, where the model tells them apart.</summary>
    public IReadOnlyList<int> type_ids => TypeIds;

    /// <summary>1 for a token, 0 for padding.</summary>
    public IReadOnlyList<int> attention_mask => Attention;

    /// <summary>1 for what was added around the text: [CLS], [SEP], padding.</summary>
    public IReadOnlyList<int> special_tokens_mask => Special;

    /// <summary>For each token the range of UTF-16 chars of its text: <c>text[start..end]</c>; (0, 0) for what was added.</summary>
    public IReadOnlyList<(int start, int end)> offsets => [.. _starts.Zip(_ends)];

    /// <summary>For each token the number of the word it is a part of; null for what was added.</summary>
    public IReadOnlyList<int?> word_ids => Array.ConvertAll(_words, word => word < 0 ? (int?)null : word);

    /// <summary>0 for a token of the first text, 1 for one of the second; null for what was added.</summary>
    public IReadOnlyList<int?> sequence_ids => Array.ConvertAll(_sequences, sequence => sequence < 0 ? (int?)null : sequence);

    /// <summary>Overflow of truncation, in pieces of the same length.</summary>
    public IReadOnlyList<EncodingFast> overflowing { get; internal init; } = [];

    internal int[] IdArray { get; }

    internal int[] TypeIds { get; }

    internal int[] Special { get; }

    internal int[] Attention { get; }

    internal static EncodingFast From(TokenList tokens, int sequence, Func<int, string> tokenOf)
    {
        var count = tokens.Count;
        return new(
            tokens.Ids[..count],
            Filled(count, sequence),
            tokens.Starts[..count],
            tokens.Ends[..count],
            tokens.Words[..count],
            Filled(count, sequence),
            new int[count],
            Filled(count, 1),
            tokenOf
        );
    }

    /// <summary>Tokens that stand for no text: special ones, or padding where <paramref name="attention"/> is 0.</summary>
    internal static EncodingFast Added(int[] ids, int typeId, int attention, Func<int, string> tokenOf) =>
        new(
            ids,
            Filled(ids.Length, typeId),
            new int[ids.Length],
            new int[ids.Length],
            Filled(ids.Length, -1),
            Filled(ids.Length, -1),
            Filled(ids.Length, 1),
            Filled(ids.Length, attention),
            tokenOf
        );

    internal static EncodingFast Concat(params ReadOnlySpan<EncodingFast> parts)
    {
        return new(
            Join(parts, one => one.IdArray),
            Join(parts, one => one.TypeIds),
            Join(parts, one => one._starts),
            Join(parts, one => one._ends),
            Join(parts, one => one._words),
            Join(parts, one => one._sequences),
            Join(parts, one => one.Special),
            Join(parts, one => one.Attention),
            parts.IsEmpty ? static _ => "" : parts[0]._tokenOf);

        static int[] Join(ReadOnlySpan<EncodingFast> parts, Func<EncodingFast, int[]> column)
        {
            var length = 0;
            foreach (var part in parts)
            {
                length += part.Count;
            }
            var joined = new int[length];
            length = 0;
            foreach (var part in parts)
            {
                column(part).CopyTo(joined, length);
                length += part.Count;
            }
            return joined;
        }
    }

    internal EncodingFast Slice(int start, int end) =>
        start == 0 && end == Count
            ? new(IdArray, TypeIds, _starts, _ends, _words, _sequences, Special, Attention, _tokenOf)
            : new(
                IdArray[start..end],
                TypeIds[start..end],
                _starts[start..end],
                _ends[start..end],
                _words[start..end],
                _sequences[start..end],
                Special[start..end],
                Attention[start..end],
                _tokenOf
            );

    internal EncodingFast WithTypeId(int typeId) =>
        TypeIds.AsSpan().IndexOfAnyExcept(typeId) < 0
            ? this
            : new(IdArray, Filled(Count, typeId), _starts, _ends, _words, _sequences, Special, Attention, _tokenOf) { overflowing = overflowing };

    internal EncodingFast WithOverflowing(IReadOnlyList<EncodingFast> pieces) =>
        new(IdArray, TypeIds, _starts, _ends, _words, _sequences, Special, Attention, _tokenOf) { overflowing = pieces };

    /// <summary>The encoding with each token's range as <paramref name="change"/> makes it; it gets the token's number, its id and its range.</summary>
    internal EncodingFast WithOffsets(Func<int, string, (int Start, int End), (int Start, int End)> change)
    {
        var (starts, ends) = (new int[Count], new int[Count]);
        for (var i = 0; i < Count; i++)
        {
            (starts[i], ends[i]) = change(i, _tokenOf(IdArray[i]), (_starts[i], _ends[i]));
        }
        return new(IdArray, TypeIds, starts, ends, _words, _sequences, Special, Attention, _tokenOf) { overflowing = overflowing };
    }

    private static int[] Filled(int count, int value)
    {
        var filled = new int[count];
        if (value != 0)
        {
            filled.AsSpan().Fill(value);
        }
        return filled;
    }
}
