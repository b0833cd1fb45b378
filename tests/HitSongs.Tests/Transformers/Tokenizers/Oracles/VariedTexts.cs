using System.Text;

namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>Texts of every kind that a tokenizer meets: words of several scripts, accents composed and not, spaces, punctuation, digits, emoji, control
/// characters.</summary>
internal static class VariedTexts
{
    private static readonly string[] Pieces =
    [
        "the",
        "song",
        "Hit",
        "DANCE",
        "unaffable",
        "tokenization",
        "don't",
        "we'll",
        "it's",
        "I'm",
        "they've",
        "x",
        "Straße",
        "naïve",
        "cafe\u0301",
        "Ångström",
        "añejo",
        "приве\u0301т",
        "Москва",
        "δοκιμή",
        "ΟΔΟΣ",
        "日本語",
        "中国",
        "カタカナ",
        "ｶﾀｶﾅ",
        "한국어",
        "กิน",
        "שלום",
        "אָלעף",
        "مرحبا",
        "नमस्ते",
        "𝔘𝔫𝔦",
        "ﬁnance",
        "½",
        "²",
        "Ⅷ",
        "①",
        "😀",
        "👩‍👩‍👧",
        "🇩🇪",
        "…",
        "—",
        "«quoted»",
        "“curly”",
        "!",
        "?!",
        "...",
        ",",
        "$9.99",
        "#1",
        "@name",
        "a_b",
        "e-mail",
        "C#",
        "1,000,000",
        "2023-01-31",
        "12ab",
        "3.14",
        "\u00a0",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "\u2003",
        "\u3000",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\0",
        "\u0007",
        "\ufffd",
        "\u0301",
        "\u0327",
        "ǅ",
        "İstanbul",
        "ſharp",
        "K",
        "Å",
        "𠀀",
        "㐀",
    ];

    /// <summary>The same seed gives the same texts.</summary>
    public static IReadOnlyList<string> Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Text(random))];
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 14); left > 0; left--)
        {
            text.Append(random.Next(12) == 0 ? Letter(random) : Pieces[random.Next(Pieces.Length)]);
            if (random.Next(5) > 0) text.Append(' ');
        }
        return text.ToString();
    }

    // Any character of the first planes that is one on its own.
    private static string Letter(Random random)
    {
        while (true)
        {
            if (Rune.TryCreate(random.Next(0x20, 0x1FFFF), out var rune)) return rune.ToString();
        }
    }
}
