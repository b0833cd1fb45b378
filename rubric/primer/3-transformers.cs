using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>What a tiny BERT says of texts, from their pieces to labels and scores, without any library.</summary>
internal sealed class SentimentExpectation : Expectation
{
    /// <summary>Single precision, sums of some dozen numbers of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        var letters = string.Concat(Draws.Shuffled(random, "abcdefghijklmnopqrstuvwxyz").Take(6));
        var words = Draws.Words(random, letters, 8, 3, 5);
        var vocabulary = WordPiece.Vocabulary(letters, words.Take(6).Concat(words.Skip(6).Select(word => "##" + word[1..])));
        var bert = TinyBert.Draw(random, vocabulary.Length, 24, Draws.Shuffled(random, ["POSITIVE", "NEGATIVE"]));
        var texts = Enumerable.Range(0, random.Next(4, 8)).Select(i => string.Join(' ', Draws.Shuffled(random, words).Take(2 + (i % 3)))).ToArray();
        var weights = bert.Weights(random, _ => true, prefix: true);
        while (!texts.All(text => TinyBertSteps.IsClear(bert.Logits(weights, new WordPiece(vocabulary).Ids(text)))))
        {
            weights = bert.Weights(random, _ => true, prefix: true);
        }

        return new JsonObject
        {
            ["pretrained"] = Pretrained.Name,
            ["sentences"] = Draws.Json(SongSentences.Some(random, 4)),
            ["config.json"] = bert.Config(),
            ["vocab.txt"] = string.Join('\n', vocabulary) + "\n",
            ["weights"] = weights,
            ["texts"] = Draws.Json(texts),
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (bert, weights) = (TinyBert.Read((string)inputs["config.json"]!), inputs["weights"]!.AsObject());
        var wordPiece = new WordPiece(((string)inputs["vocab.txt"]!).TrimEnd('\n').Split('\n'));
        var texts = Draws.Texts(inputs["texts"]);
        var shares = texts.Select(text => TinyBertSteps.Softmax(bert.Logits(weights, wordPiece.Ids(text)))).ToList();

        var sentences = Draws.Texts(inputs["sentences"]);

        var tokens = $"[CLS] {string.Join(' ', Pretrained.Words.Pieces(sentences[0]))} [SEP]";
        checks.Equal("tokens", "tokens", tokens, "the pieces of the first sentence, and what goes around them");
        checks.Equal("tokens", "ids", Pretrained.Words.Ids(sentences[0]), "their places in the pretrained vocabulary");
        checks.Near("answers", "similarities", Pretrained.Similarities(sentences), Pretrained.Tolerance, "how near the other sentences are to the first");
        var labels = shares.Select(its => bert.Labels[Array.IndexOf(its, its.Max())]);
        checks.Equal("answers", "labels", string.Join(',', labels), "the likelier label of each text");
        checks.Near("answers", "scores", [.. shares.Select(its => its.Max())], Tolerance, "how likely the model holds those labels");
    }
}
