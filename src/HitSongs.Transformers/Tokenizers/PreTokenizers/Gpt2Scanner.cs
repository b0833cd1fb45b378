using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>
/// GPT-2's pattern <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>, written out by hand: it is the
/// hot path of byte-level BPE, and .NET's regular expressions do not know letters beyond the basic plane.
/// </summary>
internal static class Gpt2Scanner
{
    private const byte Other = 0, Letter = 1, Number = 2, Space = 3;
    private static readonly byte[] AsciiKinds = [.. Enumerable.Range(0, 128).Select(Kind)];

    /// <summary>The end of the match that begins at <paramref name="start"/>; the text's length at its end.</summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length)
        {
            return text.Length;
        }
        if (text[start] == '\'' && Contraction(text[start..]) is var contraction and > 0)
        {
            return start + contraction;
        }
        var kind = KindAt(text, start, out var step);
        if (kind != Space)
        {
            return RunEnd(text, start + step, kind);
        }
        if (text[start] == ' ' && start + 1 < text.Length && KindAt(text, start + 1, out step) is var following && following != Space)
        {
            return RunEnd(text, start + 1 + step, following);
        }
        var end = RunEnd(text, start + 1, Space);
        // \s+(?!\S): a run before a word leaves its last whitespace for the next match, unless it is all there is.
        return end == text.Length || end == start + 1 ? end : end - 1;
    }

    private static int RunEnd(ReadOnlySpan<char> text, int i, byte kind)
    {
        while (i < text.Length)
        {
            var current = text[i];
            if (current < 128)
            {
                if (AsciiKinds[current] != kind)
                {
                    return i;
                }
                i++;
                continue;
            }
            if (KindAt(text, i, out var step) != kind)
            {
                return i;
            }
            i += step;
        }
        return i;
    }

    private static byte KindAt(ReadOnlySpan<char> text, int index, out int length)
    {
        var current = text[index];
        if (current < 128)
        {
            length = 1;
            return AsciiKinds[current];
        }
        return Kind(Characters.At(text, index, out length));
    }

    private static byte Kind(int point) =>
        Characters.IsLetter(point) ? Letter : Characters.IsNumber(point) ? Number : Characters.IsWhitespace(point) ? Space : Other;

    private static int Contraction(ReadOnlySpan<char> text) => text switch
    {
        ['\'', 's' or 't' or 'm' or 'd', ..] => 2,
        ['\'', 'r', 'e', ..] or ['\'', 'v', 'e', ..] or ['\'', 'l', 'l', ..] => 3,
        _ => 0,
    };
}
