using System.Text;

namespace HitSongs.Benchmarks.Tokenizers;

/// <summary>Text drawn from 20,000 made words whose frequencies fall as those of a language do (Zipf), with capitals, punctuation, numbers and a few
/// accents. The same at every run.</summary>
internal static class EnglishLike
{
    private const int Words = 20_000;
    private static readonly string[] Syllables =
        "a e i o u an en in on er or al re de co con pro ba ti mu si ca lo ve ra to ne ma pe su li ho wa da ing tion ment ly ed st th ch é ü".Split(' ');

    public static string[] Lines(int count)
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, Words).Select(rank => Word(random, 1 + (int)Math.Log(rank + 2, 12))).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ => Line(random, words))];
    }

    private static string Word(Random random, int syllables) =>
        string.Concat(Enumerable.Range(0, syllables + random.Next(2)).Select(_ => Syllables[(int)(Syllables.Length * Math.Pow(random.NextDouble(), 1.3))]));

    private static string Line(Random random, string[] words)
    {
        var line = new StringBuilder();
        var length = random.Next(8, 25);
        for (var i = 0; i < length; i++)
        {
            var word = random.NextDouble() < 0.01 ? random.Next(1, 3000).ToString() : words[(int)Math.Pow(Words, random.NextDouble()) - 1];
            line.Append(i == 0 ? "" : " ").Append(i == 0 || random.NextDouble() < 0.05 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            line.Append(random.NextDouble() < 0.1 ? "," : "");
        }
        return line.Append(random.NextDouble() < 0.1 ? "?" : ".").ToString();
    }
}
