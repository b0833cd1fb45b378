using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>RoBERTa's "&lt;s&gt; A &lt;/s&gt;" and "&lt;s&gt; A &lt;/s&gt;&lt;/s&gt; B &lt;/s&gt;"; every type id is 0.</summary>
internal sealed class RobertaProcessing((string Token, int Id) separator, (string Token, int Id) classifier, bool trimOffsets, bool addPrefixSpace)
    : PostProcessor
{
    public override int AddedCount(bool isPair) => isPair ? 4 : 2;

    public override bool TrimsOffsets => trimOffsets;

    public override EncodingFast Prepare(EncodingFast encoding) => trimOffsets ? OffsetTrimming.Trim(encoding, addPrefixSpace) : encoding;

    public override EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf)
    {
        first = first.WithTypeId(0);
        second = second?.WithTypeId(0);
        if (!addSpecialTokens)
        {
            return second is null ? first : EncodingFast.Concat(first, second);
        }
        var begin = EncodingFast.Added([classifier.Id], 0, 1, tokenOf);
        var end = EncodingFast.Added([separator.Id], 0, 1, tokenOf);
        return second is null ? EncodingFast.Concat(begin, first, end) : EncodingFast.Concat(begin, first, end, end, second, end);
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "RobertaProcessing");
        BertProcessing.WriteToken(writer, "sep", separator);
        BertProcessing.WriteToken(writer, "cls", classifier);
        writer.WriteBoolean("trim_offsets", trimOffsets);
        writer.WriteBoolean("add_prefix_space", addPrefixSpace);
        writer.WriteEndObject();
    }
}
