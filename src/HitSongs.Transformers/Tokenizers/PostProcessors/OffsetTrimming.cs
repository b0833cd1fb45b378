using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>Takes the whitespace at a token's ends out of its range, so that "Ġhello" stands for "hello".</summary>
internal static class OffsetTrimming
{
    public static EncodingFast Trim(EncodingFast encoding, bool addPrefixSpace) => encoding.WithOffsets((index, token, range) =>
    {
        var leading = Whitespace(token, fromEnd: false);
        var trailing = Whitespace(token, fromEnd: true);
        // The first token's own space was put there by the pre-tokenizer and is no part of the text.
        var isOwn = leading == 1 && addPrefixSpace && (index == 0 || range.Start == 0);
        if (leading == token.Length)
        {
            var place = isOwn ? range.Start : range.End;
            return (place, place);
        }
        leading = isOwn ? 0 : leading;
        var start = Math.Min(range.Start + leading, range.End);
        var end = trailing > 0 && range.End >= trailing ? Math.Max(range.End - trailing, start) : range.End;
        return (start, end);
    });

    private static int Whitespace(string token, bool fromEnd)
    {
        var count = 0;
        while (
            count < token.Length
            && (token[fromEnd ? token.Length - 1 - count : count] is var one)
            && (one == ByteAlphabet.Of((byte)' ') || char.IsWhiteSpace(one))
        )
        {
            count++;
        }
        return count;
    }
}
