// Seen here: parameters are listed, trained and saved; buffers are saved; a plain tensor gets a gradient that nobody uses.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (names, kinds) = (Input<string[]>("members"), Input<string[]>("kinds"));
double[][] values = [.. Input<double[]>("values").Chunk(Input<int>("length"))];
using var x = tensor(Input<double[]>("x")).reshape(names.Length, Input<long>("length"));

using var model = new Members(names, kinds, values);
var (parameters, state) = (model.named_parameters().Select(entry => entry.name), model.state_dict().Keys);
Observe("parameters", string.Join(',', parameters.Order(StringComparer.Ordinal)));
Observe("state", string.Join(',', state.Order(StringComparer.Ordinal)));
Observe("require a gradient when made", string.Join(',', model.All.Select(member => member.requires_grad ? "yes" : "no")));
foreach (var (member, _) in model.All.Zip(kinds).Where(pair => pair.Second == "tensor")) member.requires_grad = true;

using var optimiser = optim.SGD(model.parameters(), Input<double>("rate"));
for (var step = 0; step < Input<int>("steps"); step++)
{
    model.zero_grad();
    model.forward(x).square().sum().backward();
    optimiser.step();
    if (step == 0) Observe("gradients", model.All.Select(member => member.grad?.sum().item<double>() ?? 0));
}

Observe("values after training", model.All);
foreach (var (name, kind, row) in names.Zip(kinds, Enumerable.Range(0, names.Length)))
{
    Console.WriteLine($"{kind} {name}: {values[row][0]:0.0000} -> {model.All[row][0].item<double>():0.0000}");
}

// What is saved is what is registered.
using var copy = new Members(names, kinds, values);
copy.load_state_dict(model.state_dict());
Observe("values of a copy", copy.All);

internal sealed class Members : nn.Module<Tensor, Tensor>
{
    public Members(string[] names, string[] kinds, double[][] values)
        : base(nameof(Members))
    {
        foreach (var (name, kind, numbers) in names.Zip(kinds, values))
        {
            All.Add(kind == "parameter" ? nn.Parameter(tensor(numbers)) : tensor(numbers));
            if (All[^1] is TorchSharp.Modules.Parameter parameter) register_parameter(name, parameter);
            if (kind == "buffer") register_buffer(name, All[^1]);
        }
    }

    public List<Tensor> All { get; } = [];

    public override Tensor forward(Tensor input) => All.Select((member, row) => member * input[row]).Aggregate((one, other) => one + other);
}
