using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Kernel;
using HitSongs.Pipeline.Models.Saving;
using static TorchSharp.torch;

namespace HitSongs.Pipeline.Models.Network;

/// <summary>The average of several <see cref="EmbeddingNetwork"/>s.</summary>
internal sealed class NetworkModel(FeatureEncoder encoder, NormalScores scores, NetworkShape shape, double mean, double deviation, IReadOnlyList<EmbeddingNetwork> networks)
    : TrainedModel
{
    internal const string Name = "mlp";
    private const int LargestLayer = 4096;

    /// <summary>Dropout and initial weights are drawn from torch's own generator, which all threads share.</summary>
    private static readonly Lock Generator = new();

    internal override string Kind => Name;

    public static NetworkModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, NetworkRecipe recipe, int seed)
    {
        var encoder = FeatureEncoder.Fit(songs, new EncodingOptions(set) { Categories = [CategoryEncoding.Code], CategoryNames = ["genre", "subgenre", "style"] });
        var features = encoder.Encode(songs.Select(song => song.Song).ToList());
        var scores = NormalScores.Fit(features, KernelPoints.RankedColumns(encoder));
        var mean = songs.Average(song => song.Popularity);
        var deviation = Math.Max(1, Math.Sqrt(songs.Average(song => Math.Pow(song.Popularity - mean, 2))));
        var shape = new NetworkShape(recipe.Embedding, recipe.FirstLayer, recipe.SecondLayer, recipe.Dropout);
        float[] targets = [.. songs.SelectMany(song => new[] { (float)((song.Popularity - mean) / deviation), song.Hit ? 1 : 0 })];
        lock (Generator)
        {
            using var scope = NewDisposeScope();
            var inputs = Inputs(features, encoder, scores);
            var networks = Enumerable.Range(0, recipe.Networks).Select(i => Learn(inputs, tensor(targets, [songs.Count, 2]), encoder, scores, shape, recipe, unchecked((seed * 31) + i))).ToList();
            return new NetworkModel(encoder, scores, shape, mean, deviation, networks);
        }
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        if (songs.Count == 0)
            return [];
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var (numbers, codes) = Inputs(encoder.Encode(songs), encoder, scores);
        var outputs = networks.Select(network => network.call(numbers, codes)).ToList();
        var popularity = Mean(outputs.ConvertAll(output => output.select(1, 0)));
        var probability = Mean(outputs.ConvertAll(output => output.select(1, 1).sigmoid()));
        return Pair(songs, popularity.Select(value => mean + (deviation * value)).ToList(), probability);
    }

    internal static NetworkModel Load(JsonNode state)
    {
        var encoder = FeatureEncoder.Load(state.Part("encoder"));
        var scores = NormalScores.Load(state.Part("scores"));
        if (scores.Columns != KernelPoints.RankedColumns(encoder).Count)
            throw new FormatException("'scores' has another number of columns");
        var shape = new NetworkShape(
            state.Whole("embedding", 1, LargestLayer), state.Whole("first_layer", 1, LargestLayer), state.Whole("second_layer", 1, LargestLayer), Dropout: 0);
        var networks = new List<EmbeddingNetwork>();
        foreach (var weights in state.Parts("networks"))
        {
            var network = new EmbeddingNetwork(scores.Columns, Categories(encoder), shape);
            networks.Add(network);
            using var gradients = no_grad();
            foreach (var (name, parameter) in network.named_parameters())
                parameter.copy_(tensor(weights.Singles(name, (int)parameter.numel()), parameter.shape));
            network.eval();
        }

        return networks.Count > 0
            ? new NetworkModel(encoder, scores, shape, state.Number("mean"), state.Number("deviation"), networks)
            : throw new FormatException("'networks' is empty");
    }

    internal override JsonObject Save() => new()
    {
        ["encoder"] = encoder.Save(),
        ["scores"] = scores.Save(),
        ["embedding"] = shape.Embedding,
        ["first_layer"] = shape.FirstLayer,
        ["second_layer"] = shape.SecondLayer,
        ["mean"] = mean,
        ["deviation"] = deviation,
        ["networks"] = new JsonArray([.. networks.Select(network => (JsonNode)new JsonObject(network.named_parameters().Select(
            named => KeyValuePair.Create(named.name, (JsonNode?)Json.Singles(named.parameter.detach().data<float>().ToArray())))))]),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var network in networks)
                network.Dispose();
        }
        base.Dispose(disposing);
    }

    private static EmbeddingNetwork Learn(
        (Tensor Numbers, Tensor Codes) inputs, Tensor targets, FeatureEncoder encoder, NormalScores scores, NetworkShape shape, NetworkRecipe recipe, int seed)
    {
        manual_seed(seed);
        var order = new SeededRandom(seed);
        var rows = Enumerable.Range(0, (int)targets.shape[0]).Select(row => (long)row).ToArray();
        var network = new EmbeddingNetwork(scores.Columns, Categories(encoder), shape);
        using var optimizer = optim.AdamW(network.parameters(), lr: recipe.LearningRate, weight_decay: recipe.WeightDecay);
        var batches = (rows.Length + recipe.BatchSize - 1) / recipe.BatchSize;
        var schedule = optim.lr_scheduler.OneCycleLR(optimizer, recipe.LearningRate, total_steps: Math.Max(2, recipe.Epochs * batches));
        network.train();
        for (var epoch = 0; epoch < recipe.Epochs; epoch++)
        {
            order.Shuffle(rows.AsSpan());
            foreach (var batch in rows.Chunk(recipe.BatchSize))
            {
                using var scope = NewDisposeScope();
                var chosen = tensor(batch);
                var wanted = targets.index_select(0, chosen);
                var output = network.call(inputs.Numbers.index_select(0, chosen), inputs.Codes.index_select(0, chosen));
                var loss = nn.functional.mse_loss(output.select(1, 0), wanted.select(1, 0))
                    + nn.functional.binary_cross_entropy_with_logits(output.select(1, 1), wanted.select(1, 1));
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
                schedule.step();
            }
        }

        network.eval();
        foreach (var parameter in network.parameters())
            parameter.DetachFromDisposeScope();
        return network;
    }

    private static (Tensor Numbers, Tensor Codes) Inputs(FeatureMatrix features, FeatureEncoder encoder, NormalScores scores)
    {
        var ranked = KernelPoints.RankedColumns(encoder);
        var coded = CodeColumns(encoder);
        var numbers = new float[features.Rows * ranked.Count];
        var codes = new long[features.Rows * coded.Count];
        for (var row = 0; row < features.Rows; row++)
        {
            for (var i = 0; i < ranked.Count; i++)
                numbers[(row * ranked.Count) + i] = (float)scores.Of(i, features[row, ranked[i]]);
            for (var i = 0; i < coded.Count; i++)
                codes[(row * coded.Count) + i] = features[row, coded[i]] is var code && float.IsNaN(code) ? 0 : (long)code + 1;
        }

        return (tensor(numbers, [features.Rows, ranked.Count]), tensor(codes, [features.Rows, coded.Count]));
    }

    private static List<int> CodeColumns(FeatureEncoder encoder) => Enumerable.Range(0, encoder.Columns.Count).Where(i => encoder.Columns[i].Group is FeatureGroup.Genre).ToList();

    private static List<int> Categories(FeatureEncoder encoder) => CodeColumns(encoder).ConvertAll(column => encoder.CategoryCounts[column]);

    private static List<double> Mean(List<Tensor> outputs)
    {
        var values = outputs.ConvertAll(output => output.contiguous().data<float>().ToArray());
        return Enumerable.Range(0, values[0].Length).Select(row => values.Average(one => (double)one[row])).ToList();
    }
}
