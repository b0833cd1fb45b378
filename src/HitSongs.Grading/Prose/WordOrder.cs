using System.Globalization;
using System.Text;

namespace HitSongs.Grading;

/// <summary>Tells sentences from shuffled words: by how much likelier each word is after the one before it than anywhere.</summary>
/// <remarks>Small words stand for themselves, all others for their ending. The counts are in word-order.tsv, made from the project's own prose.</remarks>
public static class WordOrder
{
    private const string Resource = "HitSongs.Grading.word-order.tsv";
    private const string Edge = ".";
    private const double Smoothing = 20;
    private const int Seldom = 2;

    private static readonly string[] Endings = ["ation", "ions", "ion", "ings", "ing", "ness", "ment", "able", "ised", "ized", "ises", "ises", "ed", "ers", "er", "or", "ors", "ly", "al", "ic", "ity", "ies", "ous", "ive", "ent", "ance", "es", "s", "y", "e"];

    private static readonly Lazy<Table> Counts = new(() => Table.Read(Embedded()));

    /// <summary>Mean of log P(word | word before) − log P(word), in nats; well above 0 for sentences, about 0 or below for shuffled words.</summary>
    internal static double Gain(IEnumerable<IReadOnlyList<Word>> sentences)
    {
        var (sum, count) = (0.0, 0);
        foreach (var (before, after) in sentences.SelectMany(Pairs))
        {
            sum += Counts.Value.Gain(before, after);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The table that the texts make: one line for each pair, with how often it was seen.</summary>
    public static string TableOf(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in texts.Select(text => AnswerReading.Read(new AnswerText("", text), "")))
        {
            foreach (var (before, after) in reading.Tokens.GroupBy(token => token.Sentence).SelectMany(sentence => Pairs([.. sentence.Select(token => token.Word)])))
            {
                var key = $"{before}\t{after}";
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var lines = new StringBuilder();
        foreach (var (pair, count) in counts.Where(pair => pair.Value >= Seldom))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{pair}\t{count}\n");
        }

        return lines.ToString();
    }

    /// <summary>The table that the product has.</summary>
    public static string Embedded()
    {
        using var reader = new StreamReader(typeof(WordOrder).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(string Before, string After)> Pairs(IReadOnlyList<Word> sentence)
    {
        var before = Edge;
        foreach (var word in sentence)
        {
            var after = ClassOf(word);
            yield return (before, after);
            before = after;
        }

        yield return (before, Edge);
    }

    private static string ClassOf(Word word) =>
        FunctionWords.Contains(word.Text) ? word.Text
        : word.IsNumber ? "0"
        : "-" + (Array.Find(Endings, ending => word.Text.Length > ending.Length + 2 && word.Text.EndsWith(ending, StringComparison.Ordinal)) ?? "");

    private sealed record Table(Dictionary<(string, string), int> Pairs, Dictionary<string, int> Before, Dictionary<string, double> Share)
    {
        public static Table Read(string text)
        {
            var pairs = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(c => (c[0], c[1]), c => int.Parse(c[2], CultureInfo.InvariantCulture));
            var all = (double)pairs.Values.Sum();
            return new Table(
                pairs,
                pairs.GroupBy(pair => pair.Key.Item1).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value)),
                pairs.GroupBy(pair => pair.Key.Item2).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value) / all));
        }

        public double Gain(string before, string after)
        {
            if (!Share.TryGetValue(after, out var share))
            {
                return 0;
            }

            var given = (Pairs.GetValueOrDefault((before, after)) + (Smoothing * share)) / (Before.GetValueOrDefault(before) + Smoothing);
            return Math.Log(given / share);
        }
    }
}
