using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>Splits at whitespace, which is dropped, and makes every punctuation character a word of its own.</summary>
internal sealed class BertPreTokenizer : PreTokenizer
{
    public override bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out int length)
    {
        var i = position;
        var step = 0;
        while (i < text.Length && Characters.IsWhitespace(Characters.At(text, i, out step)))
        {
            i += step;
        }
        start = i;
        if (i < text.Length && Characters.IsPunctuation(Characters.At(text, i, out step)))
        {
            position = i + step;
            length = step;
            return true;
        }
        while (i < text.Length && Characters.At(text, i, out step) is var point && !Characters.IsWhitespace(point) && !Characters.IsPunctuation(point))
        {
            i += step;
        }
        position = i;
        length = i - start;
        return length > 0;
    }

    public override void Write(Utf8JsonWriter writer) => TypeOnly.Write(writer, "BertPreTokenizer");
}
