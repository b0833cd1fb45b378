using System.Text.Json;
using System.Text.Json.Nodes;

/// <summary>A BERT of one layer: its files, drawn, and its forward pass in plain C#.</summary>
/// <param name="Words">How many pieces the vocabulary has.</param>
internal sealed record TinyBert(int Words, int Width, int Heads, int Inner, int Places, IReadOnlyList<string> Labels)
{
    private const string Layer = "encoder.layer.0.";

    /// <summary>Of weights that are newly initialised. Larger than is usual, so that what comes of them is no rounding error.</summary>
    public double Deviation { get; init; } = 0.5;

    /// <summary>Sizes by chance.</summary>
    public static TinyBert Draw(Random random, int words, int places, params IReadOnlyList<string> labels) =>
        new(words, 2 * random.Next(2, 5), 2, random.Next(5, 12), places, labels);

    /// <summary>The text of config.json, without any dropout.</summary>
    public string Config() => new JsonObject
    {
        ["model_type"] = "bert",
        ["vocab_size"] = Words,
        ["hidden_size"] = Width,
        ["num_hidden_layers"] = 1,
        ["num_attention_heads"] = Heads,
        ["intermediate_size"] = Inner,
        ["max_position_embeddings"] = Places,
        ["type_vocab_size"] = 2,
        ["hidden_act"] = "gelu",
        ["layer_norm_eps"] = 1e-12,
        ["hidden_dropout_prob"] = 0,
        ["attention_probs_dropout_prob"] = 0,
        ["initializer_range"] = Deviation,
        ["pad_token_id"] = 0,
        ["id2label"] = new JsonObject(Labels.Select((label, i) => KeyValuePair.Create($"{i}", (JsonNode?)label))),
        ["label2id"] = new JsonObject(Labels.Select((label, i) => KeyValuePair.Create(label, (JsonNode?)i))),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    public static TinyBert Read(string config)
    {
        var read = JsonNode.Parse(config)!;
        int Size(string name) => (int)read[name]!;
        var labels = read["id2label"]!.AsObject().OrderBy(entry => int.Parse(entry.Key)).Select(entry => (string)entry.Value!);
        return new TinyBert(
            Size("vocab_size"), Size("hidden_size"), Size("num_attention_heads"), Size("intermediate_size"), Size("max_position_embeddings"), [.. labels]);
    }

    /// <summary>The names and shapes of all weights; the classifier comes last, the pooler before it.</summary>
    public IReadOnlyList<(string Name, int[] Shape)> Shapes() =>
    [
        ("embeddings.word_embeddings.weight", [Words, Width]),
        ("embeddings.position_embeddings.weight", [Places, Width]),
        ("embeddings.token_type_embeddings.weight", [2, Width]),
        .. Norm("embeddings."),
        .. Dense(Layer + "attention.self.query", Width, Width),
        .. Dense(Layer + "attention.self.key", Width, Width),
        .. Dense(Layer + "attention.self.value", Width, Width),
        .. Dense(Layer + "attention.output.dense", Width, Width), .. Norm(Layer + "attention.output."),
        .. Dense(Layer + "intermediate.dense", Width, Inner), .. Dense(Layer + "output.dense", Inner, Width), .. Norm(Layer + "output."),
        .. Dense("pooler.dense", Width, Width),
        .. Dense("classifier", Width, Labels.Count),
    ];

    public long Count() => Shapes().Sum(weight => weight.Shape.Aggregate(1L, (product, size) => product * size));

    /// <summary>Weights as the inputs have them: for each name its shape and values. Those of a body in a model with a head have
    /// "bert." before their names.</summary>
    public JsonObject Weights(Random random, Func<string, bool> wanted, bool prefix) => new(
        from weight in Shapes()
        where wanted(weight.Name)
        let values = Draws.Numbers(random, weight.Shape.Aggregate((a, b) => a * b), 1)
        select KeyValuePair.Create<string, JsonNode?>((prefix && !weight.Name.StartsWith("classifier") ? "bert." : "") + weight.Name, new JsonObject
        {
            ["shape"] = new JsonArray([.. weight.Shape.Select(size => (JsonNode)size)]),
            ["values"] = Draws.Json(weight.Name.EndsWith("LayerNorm.weight") ? values.Select(value => 1 + (value / 2)) : values),
        }));

    /// <summary>The last hidden state of each token of one text.</summary>
    /// <param name="seen">Which tokens the others attend to; all where it is null.</param>
    public double[][] States(JsonObject weights, IReadOnlyList<long> ids, IReadOnlyList<bool>? seen = null)
    {
        double[] Of(string name) => Draws.Numbers((weights[name] ?? weights["bert." + name])!["values"]);
        double[] Row(string table, long row) => Of(table)[((int)row * Width)..(((int)row + 1) * Width)];
        double[] Normed(double[] x, string name) => TinyBertSteps.Normed(x, Of(name + "LayerNorm.weight"), Of(name + "LayerNorm.bias"));
        double[] Through(double[] x, string name) => TinyBertSteps.Linear(x, Of(name + ".weight"), Of(name + ".bias"));

        var x = ids.Select((id, place) => Normed(Sum(
            Row("embeddings.word_embeddings.weight", id),
            Row("embeddings.position_embeddings.weight", place),
            Row("embeddings.token_type_embeddings.weight", 0)), "embeddings.")).ToArray();
        double[][] All(string name) => [.. x.Select(token => Through(token, Layer + "attention.self." + name))];
        var heard = TinyBertSteps.Attention(All("query"), All("key"), All("value"), Heads, seen ?? [.. ids.Select(_ => true)]);
        return [.. x.Zip(heard, (token, its) =>
        {
            var after = Normed(Sum(token, Through(its, Layer + "attention.output.dense")), Layer + "attention.output.");
            var inner = Through(after, Layer + "intermediate.dense").Select(TinyBertSteps.Gelu).ToArray();
            return Normed(Sum(after, Through(inner, Layer + "output.dense")), Layer + "output.");
        })];
    }

    /// <summary>The scores of the classes of one text.</summary>
    public double[] Logits(JsonObject weights, IReadOnlyList<long> ids)
    {
        double[] Of(string name) => Draws.Numbers(weights[name]!["values"]);
        return TinyBertSteps.Head(
            States(weights, ids)[0], Of("bert.pooler.dense.weight"), Of("bert.pooler.dense.bias"), Of("classifier.weight"), Of("classifier.bias"));
    }

    private static double[] Sum(params double[][] vectors) => [.. vectors[0].Select((_, i) => vectors.Sum(vector => vector[i]))];

    private static (string, int[])[] Dense(string name, int from, int to) => [(name + ".weight", [to, from]), (name + ".bias", [to])];

    private (string, int[])[] Norm(string name) => [(name + "LayerNorm.weight", [Width]), (name + "LayerNorm.bias", [Width])];
}

/// <summary>The formulas of a BERT layer and of what stands on it.</summary>
internal static class TinyBertSteps
{
    /// <param name="weight">[out, in], row by row.</param>
    public static double[] Linear(double[] x, double[] weight, double[] bias) =>
        [.. bias.Select((b, unit) => b + x.Select((value, i) => value * weight[(unit * x.Length) + i]).Sum())];

    public static double[] Softmax(IReadOnlyList<double> scores)
    {
        var powers = scores.Select(score => Math.Exp(score - scores.Max())).ToArray();
        return [.. powers.Select(power => power / powers.Sum())];
    }

    /// <summary>Whether the highest score stands out, so that rounding cannot make another one the highest.</summary>
    public static bool IsClear(IEnumerable<double> scores) => scores.OrderDescending().Take(2).ToArray() is [var first, var second] && first - second > 0.01;

    public static double[] Normed(double[] x, double[] weight, double[] bias)
    {
        var mean = x.Average();
        var deviation = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-12);
        return [.. x.Select((value, i) => ((value - mean) / deviation * weight[i]) + bias[i])];
    }

    public static double Gelu(double x) => x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));

    public static double[] Head(double[] first, double[] poolerWeight, double[] poolerBias, double[] weight, double[] bias) =>
        Linear([.. Linear(first, poolerWeight, poolerBias).Select(Math.Tanh)], weight, bias);

    public static double[][] Attention(double[][] queries, double[][] keys, double[][] values, int heads, IReadOnlyList<bool> seen)
    {
        var (width, size) = (queries[0].Length, queries[0].Length / heads);
        return [.. queries.Select(query =>
        {
            var heard = new double[width];
            for (var head = 0; head < heads; head++)
            {
                var part = Enumerable.Range(head * size, size);
                var shares = Softmax([.. keys.Select((key, i) => seen[i] ? part.Sum(j => query[j] * key[j]) / Math.Sqrt(size) : double.NegativeInfinity)]);
                foreach (var j in part)
                {
                    heard[j] = values.Select((value, i) => shares[i] * value[j]).Sum();
                }
            }

            return heard;
        })];
    }

    /// <summary>Abramowitz and Stegun, 7.1.26: right to 1.5e-7.</summary>
    private static double Erf(double x)
    {
        var t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        var sum = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Sign(x) * (1 - (sum * Math.Exp(-x * x)));
    }
}
