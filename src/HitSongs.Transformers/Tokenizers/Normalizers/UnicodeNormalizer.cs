using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Normalizers;

/// <summary>One of Unicode's four normalisation forms. A composed character stands for the whole range that its parts came from.</summary>
internal sealed class UnicodeNormalizer(UnicodeForm form) : Normalizer
{
    public override NormalizedText Apply(NormalizedText text)
    {
        var chars = text.Chars.Span;
        if (!chars.ContainsAnyExceptInRange('\0', '\x7F'))
        {
            return text;
        }
        var output = new TextBuilder(chars.Length);
        var decomposer = new Decomposer(form is UnicodeForm.NFKC or UnicodeForm.NFKD);
        for (var i = 0; i < chars.Length;)
        {
            var point = Characters.At(chars, i, out var length);
            var (start, end) = text.Range(i, length);
            decomposer.Add(output, point, start, end);
            i += length;
        }
        decomposer.Flush(output);
        return form is UnicodeForm.NFC or UnicodeForm.NFKC ? Compose(output.Build()) : output.Build();
    }

    public override void Write(Utf8JsonWriter writer) => TypeOnly.Write(writer, form.ToString());

    private static NormalizedText Compose(NormalizedText text)
    {
        var chars = text.Chars.Span;
        var table = Decompositions.Instance;
        var points = new List<(int Point, int Start, int End)>(chars.Length);
        var starter = -1;
        var lastClass = 0;
        for (var i = 0; i < chars.Length;)
        {
            var point = Characters.At(chars, i, out var length);
            var (start, end) = text.Range(i, length);
            i += length;
            var order = table.CombiningClass(point);
            // A mark is blocked from its starter by a starter or by a mark of the same or a higher class between the two.
            var free = starter >= 0 && (starter == points.Count - 1 || (lastClass != 0 && lastClass < order));
            if (free && table.Compose(points[starter].Point, point) is var composed and >= 0)
            {
                points[starter] = (composed, Math.Min(points[starter].Start, start), Math.Max(points[starter].End, end));
                continue;
            }
            if (order == 0)
            {
                starter = points.Count;
            }
            lastClass = order;
            points.Add((point, start, end));
        }
        var output = new TextBuilder(points.Count);
        foreach (var (point, start, end) in points)
        {
            output.Append(point, start, end);
        }
        return output.Build();
    }
}
