using System.Text.Json;
using HitSongs.Transformers.Tokenizers.PreTokenizers;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>GPT-2's: no special tokens, only (where asked for) ranges without whitespace at their ends.</summary>
internal sealed class ByteLevelProcessing(bool addPrefixSpace, bool trimOffsets, bool useRegex) : PostProcessor
{
    public override int AddedCount(bool isPair) => 0;

    public override bool TrimsOffsets => trimOffsets;

    public override EncodingFast Prepare(EncodingFast encoding) => trimOffsets ? OffsetTrimming.Trim(encoding, addPrefixSpace) : encoding;

    public override EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf) =>
        second is null ? first : EncodingFast.Concat(first, second);

    public override void Write(Utf8JsonWriter writer) => ByteLevelPreTokenizer.WriteByteLevel(writer, addPrefixSpace, trimOffsets, useRegex);
}

/// <summary>Several post-processors: all prepare the texts, and the last that adds tokens joins them.</summary>
internal sealed class PostProcessorSequence(IReadOnlyList<PostProcessor> processors) : PostProcessor
{
    private readonly PostProcessor? _joiner = processors.LastOrDefault(one => one is not ByteLevelProcessing);

    public override bool TrimsOffsets => processors.Any(one => one.TrimsOffsets);

    public override int AddedCount(bool isPair) => _joiner?.AddedCount(isPair) ?? 0;

    public override EncodingFast Prepare(EncodingFast encoding) => processors.Aggregate(encoding, (current, processor) => processor.Prepare(current));

    public override EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf) =>
        _joiner?.Join(first, second, addSpecialTokens, tokenOf) ?? (second is null ? first : EncodingFast.Concat(first, second));

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("processors");
        foreach (var processor in processors)
        {
            processor.Write(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
