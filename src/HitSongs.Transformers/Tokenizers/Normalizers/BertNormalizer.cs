using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Normalizers;

/// <summary>
/// BERT's basic cleaning in one pass: control characters go, every whitespace becomes a space, ideographs get spaces around them,
/// accents are stripped (a null <paramref name="stripAccents"/> follows <paramref name="lowercase"/>), letters become lower case.
/// </summary>
internal sealed class BertNormalizer(bool cleanText = true, bool handleChineseChars = true, bool? stripAccents = null, bool lowercase = true) : Normalizer
{
    public bool CleanText => cleanText;

    public bool HandleChineseChars => handleChineseChars;

    public bool? StripAccents => stripAccents;

    public bool Lowercase => lowercase;

    public override NormalizedText Apply(NormalizedText text)
    {
        var strip = stripAccents ?? lowercase;
        var chars = text.Chars.Span;
        var output = new TextBuilder(chars.Length);
        var decomposer = strip ? new Decomposer(compatible: false) { Keep = static point => !Characters.IsNonSpacingMark(point), Lower = lowercase } : null;
        for (var i = 0; i < chars.Length;)
        {
            var point = Characters.At(chars, i, out var length);
            var (start, end) = text.Range(i, length);
            i += length;
            if (cleanText)
            {
                if (point is 0 or Characters.Replacement || Characters.IsControl(point))
                {
                    continue;
                }
                point = Characters.IsWhitespace(point) ? ' ' : point;
            }
            if (handleChineseChars && Characters.IsIdeograph(point))
            {
                Put(output, decomposer, ' ', start, end);
                Put(output, decomposer, point, start, end);
                Put(output, decomposer, ' ', start, end);
                continue;
            }
            Put(output, decomposer, point, start, end);
        }
        decomposer?.Flush(output);
        return output.Build();
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "BertNormalizer");
        writer.WriteBoolean("clean_text", cleanText);
        writer.WriteBoolean("handle_chinese_chars", handleChineseChars);
        if (stripAccents is { } strip)
        {
            writer.WriteBoolean("strip_accents", strip);
        }
        else
        {
            writer.WriteNull("strip_accents");
        }
        writer.WriteBoolean("lowercase", lowercase);
        writer.WriteEndObject();
    }

    private void Put(TextBuilder output, Decomposer? decomposer, int point, int start, int end)
    {
        if (decomposer is not null)
        {
            decomposer.Add(output, point, start, end);
        }
        else if (lowercase)
        {
            output.AppendLower(point, start, end);
        }
        else
        {
            output.Append(point, start, end);
        }
    }
}
