using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var sizes = Input<long[]>("sizes");
var (weights, biases) = (Input<float[][]>("weights"), Input<float[][]>("biases"));
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), sizes[0]);

using var network = new Network(sizes);
Observe("parameter count", network.parameters().Sum(p => p.numel()));
Observe("parameter count of a plain list", new Loose(sizes).parameters().Sum(p => p.numel()));
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

network.eval();
Observe("child training after eval", network.First.training);
network.train();
Observe("child training after train", network.First.training);

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

/// <summary>Keeps its layers where registration does not look.</summary>
internal sealed class Loose : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor>[] layers;

    public Loose(long[] sizes)
        : base("Loose")
    {
        layers = Layers.Of(sizes).ToArray();
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => layers.Aggregate(input, (value, layer) => layer.forward(value));
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
