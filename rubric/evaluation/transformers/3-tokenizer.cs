using System.Text;
using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>WordPiece and byte-level BPE, done piece by piece on vocabularies and texts of words that no language has.</summary>
internal sealed class TokenizerExpectation : Expectation
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters that no other letter with an accent is: only bytes can spell them here.</summary>
    private const string Foreign = "\u00f8\u0142\u0111\u03bb\u0436";

    public override JsonObject Draw(Random random)
    {
        var letters = string.Concat(Draws.Shuffled(random, Alphabet).Take(12));
        var words = Draws.Words(random, letters, 12);
        string[] vocabulary = Draws.Shuffled(
            random, WordPiece.Vocabulary(letters, words.Take(9).SelectMany((word, i) => i < 5 ? [word] : InTwo(random, word))));
        var texts = Texts(random, words, letters);
        var (pieces, merges) = Bpe.Train(Draws.Some(random, words, 60), 40);
        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["sentence"] = $"{SongSentences.Some(random, 1)[0]} {Draws.Words(random, Alphabet, 1, 7, 10)[0]}",
            ["vocabulary"] = Draws.Json(vocabulary),
            ["bytes"] = Draws.Json(Bpe.Signs),
            ["vocab"] = new JsonObject(Draws.Shuffled(random, pieces).Select((piece, id) => KeyValuePair.Create(piece, (JsonNode?)id))),
            ["merges"] = Draws.Json(merges.Select(merge => $"{merge.Left} {merge.Right}")),
            ["texts"] = Draws.Json(texts),
            ["maxLength"] = new WordPiece(vocabulary).Ids(texts[0]).Length + random.Next(3),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (texts, longest) = (Draws.Texts(inputs["texts"]), (int)inputs["maxLength"]!);
        var wordPiece = new WordPiece(Draws.Texts(inputs["vocabulary"]));
        var rows = texts.Select(text => wordPiece.Ids(text, longest)).ToList();
        var width = rows.Max(row => row.Length);
        var bpe = new Bpe(
            inputs["vocab"]!.AsObject().ToDictionary(entry => entry.Key, entry => (long)entry.Value!),
            [.. Draws.Texts(inputs["merges"]).Select(merge => (merge.Split(' ')[0], merge.Split(' ')[1]))]);

        checks.Equal("pieces", "wordpiece tokens", string.Join(' ', wordPiece.Pieces(texts[0])), "the pieces of the first text");
        checks.Equal("pieces", "pretrained tokens", string.Join(' ', Pretrained.Words.Pieces((string)inputs["sentence"]!)), "the pieces of the sentence");
        checks.Equal("pieces", "pretrained ids", Pretrained.Words.Ids((string)inputs["sentence"]!), "their ids, with what goes around them");
        checks.Equal(
            "batch", "wordpiece batch", [.. rows.SelectMany(row => row.Concat(Enumerable.Repeat(wordPiece.Id("[PAD]"), width - row.Length)))],
            $"{rows.Count} rows of {width} ids");
        checks.Equal(
            "batch", "attention mask", [.. rows.SelectMany(row => Enumerable.Range(0, width).Select(i => i < row.Length ? 1L : 0))],
            $"{rows.Count} rows that tell what is text and what filling");
        checks.Equal("bytes", "bpe ids", [.. texts.SelectMany(bpe.Ids)], "the ids of all texts in turn");
        checks.Equal("decoding", "wordpiece decoded", texts[0], "the first text as it was");
        checks.Equal("decoding", "bpe decoded", string.Join('\n', texts), "every text as it was, with all its words");
    }

    /// <summary>The first has words of the vocabulary alone and fits; one is short, one too long, and one has words that were never seen.</summary>
    private static string[] Texts(Random random, string[] words, string letters)
    {
        var unseen = Draws.Words(random, letters, 30, 5, 9).First(word => !words.Contains(word));
        var foreign = unseen[1..].Insert(2, $"{Foreign[random.Next(Foreign.Length)]}");
        string[] others =
        [
            words[random.Next(9)],
            string.Join(' ', Draws.Shuffled(random, [unseen, foreign, .. Draws.Some(random, words[..9], 2)])),
            string.Join(' ', Draws.Some(random, words[..9], 14)),
        ];
        return [string.Join(' ', Draws.Shuffled(random, words[..9]).Take(3).Append(words[^1])), .. Draws.Shuffled(random, others)];
    }

    private static string[] InTwo(Random random, string word)
    {
        var at = random.Next(1, word.Length);
        return [word[..at], "##" + word[at..]];
    }

    private sealed class Bpe(IReadOnlyDictionary<string, long> vocabulary, IReadOnlyList<(string Left, string Right)> merges)
    {
        /// <summary>The sign of each byte: its own where it can be seen, otherwise one from 256 on.</summary>
        public static IReadOnlyList<string> Signs { get; } = MakeSigns();

        /// <summary>Joins the pair that is most frequent, again and again.</summary>
        public static (IReadOnlyList<string> Pieces, IReadOnlyList<(string Left, string Right)> Merges) Train(IEnumerable<string> words, int count)
        {
            var (pieces, merges) = (Signs.ToList(), new List<(string, string)>());
            var all = words.SelectMany((word, i) => i % 4 == 0 ? Split(word) : Split(word).Concat(Split(" " + word))).ToList();
            for (var i = 0; i < count; i++)
            {
                var pairs = all.SelectMany(word => word.Zip(word.Skip(1))).CountBy(pair => pair).ToList();
                if (pairs.Count == 0)
                {
                    break;
                }

                var best = pairs.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.First + pair.Key.Second, StringComparer.Ordinal).First().Key;
                merges.Add(best);
                pieces.Add(best.First + best.Second);
                all.ForEach(word => Join(word, best));
            }

            return (pieces.Distinct().ToList(), merges);
        }

        public IEnumerable<long> Ids(string text) => Split(text).SelectMany(word =>
        {
            while (merges.FirstOrDefault(merge => word.Zip(word.Skip(1)).Contains(merge)) is { Left: not null } first)
            {
                Join(word, first);
            }

            return word.Select(piece => vocabulary[piece]);
        });

        /// <summary>A text's words, each with the space before it, as signs of their bytes.</summary>
        private static IEnumerable<List<string>> Split(string text) =>
            text.Split(' ')
                .Select((word, i) => Encoding.UTF8.GetBytes(i > 0 ? " " + word : word).Select(one => Signs[one]).ToList())
                .Where(word => word.Count > 0);

        private static void Join(List<string> word, (string Left, string Right) pair)
        {
            for (var i = 0; i + 1 < word.Count; i++)
            {
                if ((word[i], word[i + 1]) == pair)
                {
                    word[i] += word[i + 1];
                    word.RemoveAt(i + 1);
                }
            }
        }

        private static string[] MakeSigns()
        {
            var next = 256;
            return [.. Enumerable.Range(0, 256).Select(one => one is (>= '!' and <= '~') or (>= 0xa1 and <= 0xac) or >= 0xae
                ? $"{(char)one}"
                : $"{(char)next++}")];
        }
    }
}
