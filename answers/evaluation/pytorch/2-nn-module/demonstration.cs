// Seen here: a module counts the weights of registered layers alone, hands them to a copy by name, and passes train() and eval() on to its layers.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (weights, biases) = (Input<float[][]>("weights"), Input<float[][]>("biases"));
var sizes = Input<long[]>("sizes");
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), sizes[0]);

using var network = new Network(sizes);
Observe("parameter count", network.parameters().Sum(p => p.numel()));
Console.WriteLine(string.Join("\n", network.named_parameters().Select(p => $"{p.name} [{string.Join(", ", p.parameter.shape)}]")));

// The same layers, but one of them lies in the array alone: forward uses it, and no optimiser would ever hear of it.
using var partly = new Network(sizes, Input<int>("loose"));
Observe("parameter count without the loose layer", partly.parameters().Sum(p => p.numel()));

// The drawn weights, by the names that registration gave them: "registered.0.weight" and so on.
network.load_state_dict(network.named_parameters().ToDictionary(p => p.name, p =>
{
    var layer = int.Parse(p.name.Split('.')[1]);
    return tensor(p.name.EndsWith("weight") ? weights[layer] : biases[layer]).reshape(p.parameter.shape);
}));
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
    private readonly Linear[] layers; // an ordinary array: registration does not look inside
    private readonly ModuleList<Linear> registered;

    public Network(long[] sizes, int? loose = null)
        : base("Network")
    {
        layers = [.. sizes.Zip(sizes.Skip(1), (from, to) => nn.Linear(from, to))];
        registered = nn.ModuleList([.. layers.Where((_, i) => i != loose)]);
        RegisterComponents();
    }

    public nn.Module First => layers[0];

    public override Tensor forward(Tensor x) => layers[1..].Aggregate(layers[0].forward(x), (h, layer) => layer.forward(nn.functional.relu(h)));
}
