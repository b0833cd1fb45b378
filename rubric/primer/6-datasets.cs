using System.Globalization;
using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>Comments made dirty on purpose: what they were before, and what was done to them, is what a cleaner must find.</summary>
internal sealed class DatasetsExpectation : Expectation
{
    private static readonly string[] Tags = ["<b>", "</b>", "<br/>", "<p class=\"x\">", "</p>", "<i>", "<span id=\"7\">", "</span>"];
    private static readonly string[] Emoji = ["\U0001F600", "\U0001F3B5", "\U0001F44E", "\U0001F525", "\U0001F62D"];
    private static readonly string[] Names = ["grin", "note", "thumbs-down", "fire", "crying"];

    public override IReadOnlyList<string> Withheld => ["clean", "counts"];

    public override JsonObject Draw(Random random)
    {
        var sentences = SongSentences.Some(random, random.Next(6, 12));
        var vocabulary = Draws.Shuffled(random, sentences.SelectMany(sentence => sentence.Split(' ')).Distinct().Where(word => word.Length > 3));
        var corrections = vocabulary[..4];
        var dirt = new Dirt(random, corrections.ToDictionary(word => word, word => word[..2] + word[3..] + word[2] + "q"));
        var texts = sentences.Select(dirt.On).ToList();
        return new JsonObject
        {
            ["texts"] = Draws.Json(texts.Select(text => text.Dirty)),
            ["labels"] = Draws.Json(sentences.Select(_ => random.NextInt64(4))),
            ["typos"] = Draws.Json(corrections.Select(word => dirt.Typos[word])),
            ["corrections"] = Draws.Json(corrections),
            ["words"] = Draws.Json(vocabulary[2..7]),
            ["synonyms"] = Draws.Json(Draws.Words(random, "abdeghilmnorstu", 5, 5, 8)),
            ["emoji"] = Draws.Json(Emoji),
            ["names"] = Draws.Json(Names),
            ["clean"] = Draws.Json(texts.Select(text => text.Clean)),
            ["counts"] = new JsonArray(dirt.TagCount, dirt.UrlCount, dirt.EmojiCount, dirt.TypoCount),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (clean, labels, counts) = (Draws.Texts(inputs["clean"]), Draws.Whole(inputs["labels"]), Draws.Whole(inputs["counts"]));
        var (words, synonyms) = (Draws.Texts(inputs["words"]), Draws.Texts(inputs["synonyms"]));
        var replaced = clean.Select(text => text.Split(' ').Count(words.Contains)).ToArray();
        var copied = Enumerable.Range(0, clean.Length).Where(i => replaced[i] > 0).ToArray();
        var replacements = words.Zip(synonyms).ToDictionary();
        var copies = copied.Select(i => string.Join(' ', clean[i].Split(' ').Select(word => replacements.GetValueOrDefault(word, word))));

        checks.Equal("cleaned", "cleaned", string.Join('\n', clean), "the texts as they were before anything was done to them");
        checks.Equal("counts", "tags", [counts[0]], "how many tags were put in");
        checks.Equal("counts", "urls", [counts[1]], "how many addresses were put in");
        checks.Equal("counts", "emoji named", [counts[2]], "how many emoji were put in");
        checks.Equal("counts", "typos corrected", [counts[3]], "how many words were misspelt");
        checks.Equal("augmented", "augmented", string.Join('\n', copies), "each text with a word to replace, once more in other words");
        checks.Equal("augmented", "words replaced", [.. copied.Select(i => (long)replaced[i])], "how many words differ");
        checks.Equal("labels", "augmented labels", [.. copied.Select(i => labels[i])], "the labels of the texts that were copied");
    }

    /// <summary>Puts tags, addresses, emoji and typos into sentences, and counts them.</summary>
    private sealed class Dirt(Random random, Dictionary<string, string> typos)
    {
        public IReadOnlyDictionary<string, string> Typos => typos;

        public int TagCount { get; private set; }

        public int UrlCount { get; private set; }

        public int EmojiCount { get; private set; }

        public int TypoCount { get; private set; }

        public (string Clean, string Dirty) On(string sentence)
        {
            var (clean, dirty) = (new List<string>(), "");
            foreach (var word in sentence.Split(' '))
            {
                var wrong = typos.ContainsKey(word) && random.Next(2) == 0;
                TypoCount += wrong ? 1 : 0;
                clean.Add(word);
                dirty += (wrong ? typos[word] : word) + After(clean);
            }

            return (string.Join(' ', clean), dirty.Trim());
        }

        /// <summary>What stands between one word and the next.</summary>
        private string After(List<string> clean)
        {
            switch (random.Next(6))
            {
                case 0:
                    TagCount++;
                    return Tags[random.Next(Tags.Length)];
                case 1:
                    UrlCount++;
                    return string.Create(CultureInfo.InvariantCulture, $" http{(random.Next(2) == 0 ? "s" : "")}://songs.example/{random.Next(1000)} ");
                case 2:
                    EmojiCount++;
                    var emoji = random.Next(Emoji.Length);
                    clean.Add(Names[emoji]);
                    return random.Next(2) == 0 ? Emoji[emoji] : $" {Emoji[emoji]}  ";
                default:
                    return random.Next(4) == 0 ? "   " : " ";
            }
        }
    }
}
