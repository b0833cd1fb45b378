using HitSongs.Transformers;

namespace HitSongs.Tests.Transformers.Pretrained;

/// <summary>Texts drawn from a vocabulary, with punctuation, capitals and numbers in them: of a few words and of hundreds.</summary>
internal static class DrawnTexts
{
    public static IReadOnlyList<string> Of(PreTrainedTokenizer tokenizer, int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    string.Join(
                        ' ',
                        Enumerable.Range(0, random.Next(20) == 0 ? random.Next(150, 300) : random.Next(1, 30)).Select(_ => Word(random, tokenizer))
                    )
                ),
        ];
    }

    private static string Word(Random random, PreTrainedTokenizer tokenizer)
    {
        var word = tokenizer.convert_ids_to_tokens(random.Next(1000, tokenizer.vocab_size))!.Replace("##", "", StringComparison.Ordinal);
        return random.Next(8) switch
        {
            0 => word + ",",
            1 => char.ToUpperInvariant(word[0]) + word[1..],
            2 => $"{random.Next(3000)}",
            _ => word,
        };
    }
}
