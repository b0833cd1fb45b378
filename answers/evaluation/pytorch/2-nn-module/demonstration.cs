using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var sizes = Input<long[]>("sizes");
var (weights, biases) = (Input<float[][]>("weights"), Input<float[][]>("biases"));
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), sizes[0]);

using var network = new Network(sizes);
Observe("parameter count", network.parameters().Sum(p => p.numel()));
Observe("parameter count without the loose layer", new PartlyLoose(sizes, Input<int>("loose")).parameters().Sum(p => p.numel()));
Console.WriteLine(string.Join("\n", network.named_parameters().Select(p => $"{p.name} [{string.Join(", ", p.parameter.shape)}]")));

// The drawn weights, by the names that registration gave them.
var drawn = new Dictionary<string, Tensor>();
foreach (var (name, parameter) in network.named_parameters())
{
    var layer = int.Parse(name.Split('.')[1]) / 2; // every second module of the sequence is a ReLU
    drawn[name] = tensor(name.EndsWith("weight") ? weights[layer] : biases[layer]).reshape(parameter.shape);
}

network.load_state_dict(drawn);
Observe("output", network.forward(x));

using var copy = new Network(sizes);
copy.load_state_dict(network.state_dict());
Observe("output of a copy", copy.forward(x));

// A call on the module reaches every layer inside; one on a layer reaches that layer.
var modes = Input<string[]>("calls").Select(call =>
{
    nn.Module called = call.StartsWith("outer") ? network : network.First;
    called.train(call.EndsWith("train"));
    return (Outer: network.training, Inner: network.First.training);
}).ToList();
Observe("outer training", modes.Select(mode => mode.Outer));
Observe("inner training", modes.Select(mode => mode.Inner));

internal sealed class Network : nn.Module<Tensor, Tensor>
{
    private readonly Sequential layers;

    public Network(long[] sizes)
        : base("Network")
    {
        layers = nn.Sequential(Layers.Of(sizes).ToArray());
        RegisterComponents();
    }

    public nn.Module First => layers.children().First();

    public override Tensor forward(Tensor input) => layers.forward(input);
}

/// <summary>Keeps one layer where registration does not look.</summary>
internal sealed class PartlyLoose : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] all;
    private readonly Sequential registered;

    public PartlyLoose(long[] sizes, int loose)
        : base("PartlyLoose")
    {
        all = Layers.Of(sizes).ToArray();
        registered = nn.Sequential(all.Where((_, i) => i != 2 * loose).ToArray()); // every second one is a ReLU
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => all.Aggregate(input, (value, layer) => layer.forward(value));
}

internal static class Layers
{
    public static IEnumerable<nn.Module<Tensor, Tensor>> Of(long[] sizes)
    {
        for (var i = 0; i + 1 < sizes.Length; i++)
        {
            if (i > 0)
            {
                yield return nn.ReLU();
            }

            yield return nn.Linear(sizes[i], sizes[i + 1]);
        }
    }
}
