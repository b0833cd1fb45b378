using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>The pattern <c>\w+|[^\w\s]+</c>: runs of word characters and runs of anything else but whitespace; with <paramref name="runsOnly"/>, whatever
/// whitespace parts.</summary>
internal sealed class WhitespacePreTokenizer(bool runsOnly = false) : PreTokenizer
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
        var word = i < text.Length && Characters.IsWord(Characters.At(text, i, out _));
        while (
            i < text.Length
            && Characters.At(text, i, out step) is var point
            && !Characters.IsWhitespace(point)
            && (runsOnly || Characters.IsWord(point) == word)
        )
        {
            i += step;
        }
        position = i;
        length = i - start;
        return length > 0;
    }

    public override void Write(Utf8JsonWriter writer) => TypeOnly.Write(writer, runsOnly ? "WhitespaceSplit" : "Whitespace");
}
