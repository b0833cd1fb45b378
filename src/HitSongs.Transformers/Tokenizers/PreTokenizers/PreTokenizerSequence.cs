using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>Several pre-tokenizers: each splits the words of the one before it.</summary>
internal sealed class PreTokenizerSequence(IReadOnlyList<PreTokenizer> preTokenizers)
{
    public IReadOnlyList<PreTokenizer> PreTokenizers => preTokenizers;

    /// <summary>Whether the model is to see bytes; so once any of them is byte-level.</summary>
    public bool IsByteLevel { get; } = preTokenizers.Any(one => one is ByteLevelPreTokenizer);

    /// <summary>Calls <paramref name="word"/> with each word in order: the text it lies in, and where.</summary>
    public void Split(NormalizedText text, Action<NormalizedText, int, int> word, int level = 0)
    {
        if (level == preTokenizers.Count)
        {
            word(text, 0, text.Chars.Length);
            return;
        }
        var prepared = preTokenizers[level].Prepare(text);
        var position = 0;
        while (preTokenizers[level].TryNext(prepared.Chars.Span, ref position, out var start, out var length))
        {
            if (level == preTokenizers.Count - 1)
            {
                word(prepared, start, length);
            }
            else
            {
                Split(prepared.Slice(start, length), word, level + 1);
            }
        }
    }

    public void Write(Utf8JsonWriter writer)
    {
        if (preTokenizers.Count == 0)
        {
            writer.WriteNullValue();
            return;
        }
        if (preTokenizers is [var only])
        {
            only.Write(writer);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("pretokenizers");
        foreach (var one in preTokenizers)
        {
            one.Write(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
