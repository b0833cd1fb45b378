using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Normalizers;

/// <summary>Every letter in lower case, character by character (a final sigma stays "σ").</summary>
internal sealed class LowercaseNormalizer : Normalizer
{
    public override NormalizedText Apply(NormalizedText text)
    {
        var output = new TextBuilder(text.Chars.Length);
        foreach (var (point, start, end) in new PointEnumerator(text))
        {
            output.AppendLower(point, start, end);
        }
        return output.Build();
    }

    public override void Write(Utf8JsonWriter writer) => TypeOnly.Write(writer, "Lowercase");
}

/// <summary>Drops combining marks of every kind; does not decompose, so that it usually follows NFD.</summary>
internal sealed class StripAccentsNormalizer : Normalizer
{
    public override NormalizedText Apply(NormalizedText text)
    {
        var output = new TextBuilder(text.Chars.Length);
        foreach (var (point, start, end) in new PointEnumerator(text))
        {
            if (!Characters.IsMark(point))
            {
                output.Append(point, start, end);
            }
        }
        return output.Build();
    }

    public override void Write(Utf8JsonWriter writer) => TypeOnly.Write(writer, "StripAccents");
}

/// <summary>Drops whitespace at either end.</summary>
internal sealed class StripNormalizer(bool left, bool right) : Normalizer
{
    public override NormalizedText Apply(NormalizedText text)
    {
        var chars = text.Chars.Span;
        var start = left ? chars.Length - chars.TrimStart().Length : 0;
        var length = right ? chars[start..].TrimEnd().Length : chars.Length - start;
        return text.Slice(start, length);
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Strip");
        writer.WriteBoolean("strip_left", left);
        writer.WriteBoolean("strip_right", right);
        writer.WriteEndObject();
    }
}

/// <summary>Puts a text before every text that is not empty.</summary>
internal sealed class PrependNormalizer(string prepend) : Normalizer
{
    public override NormalizedText Apply(NormalizedText text) => text.Chars.IsEmpty ? text : Prefixed(text, prepend);

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Prepend");
        writer.WriteString("prepend", prepend);
        writer.WriteEndObject();
    }

    /// <summary>The text with <paramref name="prefix"/> before it, which counts as part of its first character.</summary>
    public static NormalizedText Prefixed(NormalizedText text, string prefix)
    {
        var output = new TextBuilder(text.Chars.Length + prefix.Length);
        Characters.At(text.Chars.Span, 0, out var length);
        var (start, end) = text.Range(0, length);
        output.Append(prefix, start, end);
        foreach (var part in new PointEnumerator(text))
        {
            output.Append(part.Point, part.Start, part.End);
        }
        return output.Build();
    }
}

/// <summary>Replaces every occurrence of a literal text.</summary>
internal sealed class ReplaceNormalizer(string pattern, string content) : Normalizer
{
    public override NormalizedText Apply(NormalizedText text)
    {
        var chars = text.Chars.Span;
        if (pattern.Length == 0 || chars.IndexOf(pattern) < 0)
        {
            return text;
        }
        var output = new TextBuilder(chars.Length);
        for (var i = 0; i < chars.Length;)
        {
            if (chars[i..].StartsWith(pattern, StringComparison.Ordinal))
            {
                var (first, last) = text.Range(i, pattern.Length);
                output.Append(content, first, last);
                i += pattern.Length;
                continue;
            }
            var point = Characters.At(chars, i, out var length);
            var (start, end) = text.Range(i, length);
            output.Append(point, start, end);
            i += length;
        }
        return output.Build();
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Replace");
        writer.WriteStartObject("pattern");
        writer.WriteString("String", pattern);
        writer.WriteEndObject();
        writer.WriteString("content", content);
        writer.WriteEndObject();
    }
}

/// <summary>Several normalizers, one after another.</summary>
internal sealed class NormalizerSequence(IReadOnlyList<Normalizer> normalizers) : Normalizer
{
    public IReadOnlyList<Normalizer> Normalizers => normalizers;

    public override NormalizedText Apply(NormalizedText text) => normalizers.Aggregate(text, (current, normalizer) => normalizer.Apply(current));

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Sequence");
        writer.WriteStartArray("normalizers");
        foreach (var normalizer in normalizers)
        {
            normalizer.Write(writer);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
