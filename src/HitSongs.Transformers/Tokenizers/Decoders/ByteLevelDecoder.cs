using System.Text.Json;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.Decoders;

/// <summary>Puts the bytes of all tokens together and reads them as UTF-8; what is not UTF-8 becomes U+FFFD.</summary>
internal sealed class ByteLevelDecoder(bool addPrefixSpace = true, bool trimOffsets = true, bool useRegex = true) : Decoder
{
    public override IReadOnlyList<string> Decode(IReadOnlyList<string> tokens) =>
        [System.Text.Encoding.UTF8.GetString([.. tokens.SelectMany(ByteAlphabet.Bytes)])];

    public override void Write(Utf8JsonWriter writer) => ByteLevelPreTokenizer.WriteByteLevel(writer, addPrefixSpace, trimOffsets, useRegex);
}

/// <summary>Several decoders, one after another.</summary>
internal sealed class DecoderSequence(IReadOnlyList<Decoder> decoders) : Decoder
{
    public override IReadOnlyList<string> Decode(IReadOnlyList<string> tokens) => decoders.Aggregate(tokens, (current, decoder) => decoder.Decode(current));

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("decoders");
        foreach (var decoder in decoders)
        {
            decoder.Write(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
