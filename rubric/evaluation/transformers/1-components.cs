using System.Text.Json.Nodes;
using HitSongs.Grading.Expectations;

/// <summary>A folder of a BERT classifier, from its configuration to one step of training, without any library.</summary>
internal sealed class ComponentsExpectation : Expectation
{
    /// <summary>Single precision, sums of some dozen numbers of the order of 1.</summary>
    private const double Tolerance = 1e-4;

    public override JsonObject Draw(Random random)
    {
        var letters = string.Concat(Draws.Shuffled(random, "abcdefghijklmnopqrstuvwxyz").Take(6));
        var words = Draws.Words(random, letters, 8, 3, 5);
        var vocabulary = WordPiece.Vocabulary(letters, words.Take(6).Concat(words.Skip(6).Select(word => "##" + word[1..])));
        var texts = Enumerable.Range(0, random.Next(3, 6)).Select(i => string.Join(' ', Draws.Shuffled(random, words).Take(2 + (i % 3)))).ToArray();
        var bert = TinyBert.Draw(random, vocabulary.Length, 24, Draws.Words(random, letters.ToUpperInvariant(), random.Next(2, 5), 4, 6));
        var weights = bert.Weights(random, _ => true, prefix: true);
        while (!TinyBertSteps.IsClear(bert.Logits(weights, new WordPiece(vocabulary).Ids(texts[0]))))
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
            ["labels"] = Draws.Json(texts.Select(_ => random.NextInt64(bert.Labels.Count))),
            ["lr"] = random.Next(4, 10) / 8.0,
        };
    }

    public override void Check(JsonObject inputs, Observed observed, CheckList checks)
    {
        var (bert, weights) = (TinyBert.Read((string)inputs["config.json"]!), inputs["weights"]!.AsObject());
        var wordPiece = new WordPiece(((string)inputs["vocab.txt"]!).TrimEnd('\n').Split('\n'));
        var texts = Draws.Texts(inputs["texts"]);
        var logits = texts.Select(text => bert.Logits(weights, wordPiece.Ids(text))).ToList();
        var (shares, best) = (TinyBertSteps.Softmax(logits[0]), Array.IndexOf(logits[0], logits[0].Max()));

        checks.Equal("read from folder", "model type", "bert", "what the configuration says");
        checks.Equal("read from folder", "labels", string.Join(',', bert.Labels), "what the configuration says");
        checks.Equal("read from folder", "ids", wordPiece.Ids(texts[0]), "the ids of the first text's pieces");
        checks.Near("read from folder", "parameter count", bert.Count(), 0, "how many numbers the weights in the folder are");
        checks.Near("read from folder", "pretrained parameters", Pretrained.Parameters, 0, "how many numbers the pretrained model is");
        checks.Near("read from folder", "pretrained tokens", Pretrained.Words.Count, 0, "how many tokens its vocabulary has");
        checks.Near(
            "pipeline", "similarities", Pretrained.Similarities(Draws.Texts(inputs["sentences"])), Pretrained.Tolerance,
            "how near the other sentences are to the first");
        checks.Near("logits", "logits", logits[0], Tolerance, "the scores that the drawn weights give the first text");
        checks.Equal("pipeline", "pipeline label", bert.Labels[best], "the name of the likeliest class");
        checks.Near("pipeline", "pipeline score", shares[best], Tolerance, "its probability");
        checks.Near(
            "trainer step", "classifier bias after one step", Stepped(inputs, logits), Tolerance,
            "where a step of lr against the gradient of the mean loss takes the last layer's bias");
    }

    /// <summary>The loss is the mean over the texts, and its gradient by the bias the mean difference of what was said and what was right.</summary>
    private static double[] Stepped(JsonObject inputs, List<double[]> logits)
    {
        var (bias, labels, rate) = (Draws.Numbers(inputs["weights"]!["classifier.bias"]!["values"]), Draws.Whole(inputs["labels"]), (double)inputs["lr"]!);
        return [.. bias.Select((b, unit) =>
            b - (rate * logits.Zip(labels, (scores, label) => TinyBertSteps.Softmax(scores)[unit] - (label == unit ? 1 : 0)).Average()))];
    }
}
