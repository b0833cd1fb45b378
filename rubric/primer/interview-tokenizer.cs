using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>The plain algorithm of WordPiece, on two orders of one vocabulary, and on the vocabulary of a pretrained model.</summary>
internal sealed class TokenizerInterviewExpectation : Expectation
{
    /// <summary>[PAD], [UNK], [CLS], [SEP] and [MASK] stay in front.</summary>
    private const int Special = 5;

    public override JsonObject Draw(Random random)
    {
        var letters = string.Concat(Draws.Shuffled(random, "abcdefghijklmnopqrstuvwxyz").Take(7));
        var words = Draws.Words(random, letters[..6], 9, 2, 5);
        var pieces = WordPiece.Vocabulary(letters[..6], words.Take(5).Concat(words.Skip(5).Select(word => "##" + word[1..])));
        string[] vocabulary = [.. pieces[..Special], .. Draws.Shuffled(random, pieces[Special..])];
        string[] other = [.. pieces[..Special], .. Draws.Shuffled(random, pieces[Special..])];

        // The seventh letter is in no piece, so that a word with it is unknown.
        var texts = Enumerable.Range(0, random.Next(3, 6)).Select(i => string.Join(' ', Text(random, words, letters, parts: 2 + (i % 3)))).ToArray();
        string[] sentence = [.. SongSentences.Draw(random, random.Next(2) == 0).Split(' '), .. Draws.Words(random, "aeioulmnrstkbzq", 2, 6, 11)];
        return new JsonObject
        {
            ["vocabulary"] = Draws.Json(vocabulary),
            ["other"] = Draws.Json(other),
            ["texts"] = Draws.Json(Draws.Shuffled(random, texts)),
            ["length"] = random.Next(6, 12),
            ["pretrained"] = Pretrained.Name,
            ["sentence"] = string.Join(' ', Draws.Shuffled(random, sentence)),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (own, other) = (Draws.Texts(inputs["vocabulary"]), Draws.Texts(inputs["other"]));
        var (texts, length, sentence) = (Draws.Texts(inputs["texts"]), (int)inputs["length"]!, (string)inputs["sentence"]!);
        var wordPiece = new WordPiece(own);
        var ids = wordPiece.Ids(texts[0]);
        var rows = texts.Select(text => wordPiece.Ids(text, length)).ToList();
        var longest = rows.Max(row => row.Length);

        checks.Equal("pieces", "pieces", string.Join(' ', wordPiece.Pieces(texts[0])), "the pieces of the first text");
        checks.Equal("pieces", "ids", ids, "their places in the vocabulary, and what goes around them");
        checks.Equal("other vocabulary", "other ids", new WordPiece(other).Ids(texts[0]), "their places in the other vocabulary");
        checks.Equal("other vocabulary", "read by the other", string.Join(' ', ids.Select(id => other[id])), "what has those places in the other vocabulary");
        checks.Equal("batch", "batch", [.. rows.SelectMany(row => Filled(row))], "the ids of all texts, equally long");
        checks.Equal("batch", "mask", [.. rows.SelectMany(row => Filled([.. row.Select(_ => 1L)]))], "what of it is text");
        checks.Equal("pretrained", "pretrained pieces", string.Join(' ', Pretrained.Words.Pieces(sentence)), "the pieces of the sentence");
        checks.Equal("pretrained", "pretrained ids", Pretrained.Words.Ids(sentence), "their places in the pretrained vocabulary");

        long[] Filled(long[] row) => [.. row, .. new long[longest - row.Length]];
    }

    private static IEnumerable<string> Text(Random random, string[] words, string letters, int parts) =>
        Enumerable.Range(0, parts).Select(_ => random.Next(5) == 0
            ? $"{letters[random.Next(6)]}{letters[6]}{letters[random.Next(6)]}"
            : words[random.Next(words.Length)] + (random.Next(2) == 0 ? words[random.Next(words.Length)] : ""));
}
