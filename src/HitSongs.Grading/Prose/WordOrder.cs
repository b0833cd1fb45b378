using System.Globalization;
using System.Text;

namespace HitSongs.Grading.Prose;

/// <summary>Tells sentences from shuffled words: by how much likelier each word is after the one before it than anywhere.</summary>
/// <remarks>Small words stand for themselves, all others for their ending. The counts are in word-order.tsv, made from the project's own prose.</remarks>
public static class WordOrder
{
    private const string Resource = "HitSongs.Grading.word-order.tsv";
    private const string Edge = ".";
    private const double Smoothing = 20;
    private const int Seldom = 2;

    private static readonly string[] Endings =
    [
        "ation",
        "ions",
        "ion",
        "ings",
        "ing",
        "ness",
        "ment",
        "able",
        "ised",
        "ized",
        "ises",
        "ises",
        "ed",
        "ers",
        "er",
        "or",
        "ors",
        "ly",
        "al",
        "ic",
        "ity",
        "ies",
        "ous",
        "ive",
        "ent",
        "ance",
        "es",
        "s",
        "y",
        "e",
    ];

    private static readonly string[] ClassesOfEndings = [.. Endings.Select(ending => "-" + ending)];

    private static readonly Lazy<Table> Counts = new(() => Table.Read(Embedded()));

    /// <summary>Mean of log P(word | word before) − log P(word), in nats; well above 0 for sentences, about 0 or below for shuffled words.</summary>
    internal static double Gain(IEnumerable<IReadOnlyList<Word>> sentences)
    {
        var table = Counts.Value;
        var (sum, count) = (0.0, 0);
        foreach (var sentence in sentences)
        {
            var before = table.IdOf(Edge);
            foreach (var word in sentence)
            {
                var after = table.IdOf(ClassOf(word));
                sum += table.Gain(before, after);
                before = after;
            }

            sum += table.Gain(before, table.IdOf(Edge));
            count += sentence.Count + 1;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The table that the texts make: one line for each pair, with how often it was seen.</summary>
    public static string TableOf(IEnumerable<string> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in texts.Select(text => AnswerReading.Read(new AnswerText("", text), "")))
        {
            foreach (
                var (before, after) in reading.Tokens.GroupBy(token => token.Sentence).SelectMany(sentence => Pairs([.. sentence.Select(token => token.Word)]))
            )
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
        : ClassOfEnding(word.Text);

    private static string ClassOfEnding(string word)
    {
        for (var i = 0; i < Endings.Length; i++)
        {
            if (word.Length > Endings[i].Length + 2 && word.EndsWith(Endings[i], StringComparison.Ordinal))
            {
                return ClassesOfEndings[i];
            }
        }

        return "-";
    }

    // What each pair of classes gains, worked out once: answers only look it up.
    private sealed class Table
    {
        private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
        private readonly double[,] gains;

        private Table(Dictionary<(string, string), int> pairs)
        {
            foreach (var name in pairs.Keys.SelectMany(pair => new[] { pair.Item1, pair.Item2 }))
            {
                ids.TryAdd(name, ids.Count);
            }

            var all = (double)pairs.Values.Sum();
            var before = pairs.GroupBy(pair => pair.Key.Item1).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value));
            var share = pairs.GroupBy(pair => pair.Key.Item2).ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value) / all);

            // The last row and column are those of classes that the counts do not have.
            gains = new double[ids.Count + 1, ids.Count + 1];
            foreach (var (after, of) in share)
            {
                foreach (var (name, id) in ids)
                {
                    gains[id, ids[after]] = Gain(pairs.GetValueOrDefault((name, after)), before.GetValueOrDefault(name), of);
                }

                gains[ids.Count, ids[after]] = Gain(0, 0, of);
            }
        }

        public static Table Read(string text) => new(text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(c => (c[0], c[1]), c => int.Parse(c[2], CultureInfo.InvariantCulture)));

        public int IdOf(string name) => ids.GetValueOrDefault(name, ids.Count);

        public double Gain(int before, int after) => gains[before, after];

        private static double Gain(int pair, int before, double share) => Math.Log((pair + (Smoothing * share)) / (before + Smoothing) / share);
    }
}
