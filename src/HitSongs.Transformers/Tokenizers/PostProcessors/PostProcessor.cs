using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>Joins the encodings of one text or of a pair, with special tokens around them.</summary>
internal abstract class PostProcessor
{
    /// <summary>Number of tokens on top of the texts' own.</summary>
    public abstract int AddedCount(bool isPair);

    /// <summary>Whether ranges are to have no whitespace at their ends.</summary>
    public virtual bool TrimsOffsets => false;

    /// <summary>Changes the encoding of a single text before it is joined.</summary>
    public virtual EncodingFast Prepare(EncodingFast encoding) => encoding;

    public abstract EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf);

    /// <summary>Writes this post-processor as tokenizer.json has it.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    /// <summary>The whole step, for the texts and for every piece that truncation cut off them.</summary>
    public static EncodingFast Process(PostProcessor? processor, EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf)
    {
        var firsts = Pieces(processor, first);
        List<EncodingFast?> seconds = second is null ? [null] : [.. Pieces(processor, second)];
        var joined = new List<EncodingFast>();
        foreach (var one in firsts)
        {
            foreach (var other in seconds)
            {
                joined.Add(processor?.Join(one, other, addSpecialTokens, tokenOf) ?? (other is null ? one : EncodingFast.Concat(one, other)));
            }
        }
        return joined.Count == 1 ? joined[0] : joined[0].WithOverflowing(joined[1..]);
    }

    private static List<EncodingFast> Pieces(PostProcessor? processor, EncodingFast encoding) =>
        [.. encoding.overflowing.Prepend(encoding).Select(one => processor?.Prepare(one) ?? one)];
}
