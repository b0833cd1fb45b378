// Seen here: tensors go into a module and come out; the module owns layers and weights; hooks run when it is called; to() changes it in place.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (sizes, rows) = (Input<long[]>("sizes"), Input<long>("rows"));
using var x = tensor(Input<float[]>("x")).reshape(rows, sizes[0]);
using var network = new Network(sizes);
using var output = network.call(x);
Observe("output", output);
Observe("output shape", output.shape);
Console.WriteLine($"[{string.Join(", ", x.shape)}] -> {network.GetName()} -> [{string.Join(", ", output.shape)}]");

// The module owns layers and weights; a tensor owns nothing but its numbers.
Observe("children", network.children().Count());
Observe("numbers in the module", network.parameters().Sum(parameter => parameter.numel()));
Observe("numbers in the input", x.numel());
foreach (var (name, parameter) in network.named_parameters()) Console.WriteLine($"{name} [{string.Join(", ", parameter.shape)}]");

// A hook runs when the module is called, not when forward is used past it.
var runs = 0;
var hook = network.register_forward_hook((_, _, result) => { runs++; return result; });
for (var time = 0; time < Input<int>("called"); time++) network.call(x);
for (var time = 0; time < Input<int>("forwarded"); time++) network.forward(x);
hook.remove();
Observe("hook runs", runs);

// to() gives another tensor, but changes the module itself.
using var moved = x.to(float64);
network.to(float64);
Observe("tensor after to", x.dtype.ToString().ToLowerInvariant());
Observe("result of to", moved.dtype.ToString().ToLowerInvariant());
Observe("module after to", network.First.weight!.dtype.ToString().ToLowerInvariant());
Observe("output in double", network.call(moved));
Console.WriteLine($"after to(float64): x is {x.dtype}, its result {moved.dtype}, the module's weight {network.First.weight!.dtype}");

internal sealed class Network : nn.Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly ReLU activation = nn.ReLU();
    private readonly Linear second;

    public Network(long[] sizes)
        : base(nameof(Network))
    {
        (first, second) = (nn.Linear(sizes[0], sizes[1]), nn.Linear(sizes[1], sizes[2]));
        RegisterComponents();
        using var unrecorded = no_grad();
        first.weight!.copy_(tensor(Input<float[]>("w1")).reshape(sizes[1], sizes[0]));
        first.bias!.copy_(tensor(Input<float[]>("b1")));
        second.weight!.copy_(tensor(Input<float[]>("w2")).reshape(sizes[2], sizes[1]));
        second.bias!.copy_(tensor(Input<float[]>("b2")));
    }

    public Linear First => first;

    public override Tensor forward(Tensor input) => second.call(activation.call(first.call(input)));
}
