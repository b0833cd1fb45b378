using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.Training;

/// <summary>Counts the words of a corpus as a pipeline's first two steps make them.</summary>
internal static class WordCounts
{
    public static Dictionary<string, long> Of(IEnumerable<string> texts, Normalizer? normalizer, PreTokenizerSequence preTokenizer)
    {
        var counts = new Dictionary<string, long>();
        foreach (var text in texts)
        {
            var original = new NormalizedText(text.AsMemory(), 0);
            preTokenizer.Split(normalizer?.Apply(original) ?? original, (words, start, length) =>
            {
                var word = words.Chars.Span.Slice(start, length);
                var written = preTokenizer.IsByteLevel ? ByteAlphabet.Spell(word) : word.ToString();
                counts[written] = counts.GetValueOrDefault(written) + 1;
            });
        }
        return counts;
    }
}
