using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>GPT-2's splitting. The model then sees the UTF-8 bytes of each word, every byte as one printable character (<see cref="ByteAlphabet"/>).</summary>
/// <param name="addPrefixSpace">Whether a text that does not begin with a space gets one, so that its first word looks like any other.</param>
/// <param name="trimOffsets">Carried for the post-processor's sake; splitting does not look at it.</param>
/// <param name="useRegex">False leaves the text in one piece.</param>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, bool trimOffsets = true, bool useRegex = true) : PreTokenizer
{
    public bool AddPrefixSpace => addPrefixSpace;

    public bool TrimOffsets => trimOffsets;

    public bool UseRegex => useRegex;

    public override NormalizedText Prepare(NormalizedText text) =>
        addPrefixSpace && !text.Chars.IsEmpty && text.Chars.Span[0] != ' ' ? PrependNormalizer.Prefixed(text, " ") : text;

    public override bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out int length)
    {
        start = position;
        position = useRegex ? Gpt2Scanner.Next(text, position) : text.Length;
        length = position - start;
        return length > 0;
    }

    public override void Write(Utf8JsonWriter writer) => WriteByteLevel(writer, addPrefixSpace, trimOffsets, useRegex);

    /// <summary>The same object serves as pre-tokenizer, post-processor and decoder.</summary>
    public static void WriteByteLevel(Utf8JsonWriter writer, bool addPrefixSpace, bool trimOffsets, bool useRegex)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "ByteLevel");
        writer.WriteBoolean("add_prefix_space", addPrefixSpace);
        writer.WriteBoolean("trim_offsets", trimOffsets);
        writer.WriteBoolean("use_regex", useRegex);
        writer.WriteEndObject();
    }
}
