// Seen here: the first steps of SGD, momentum, Adam and AdamW from the same gradients, and two optimisers going down a long valley.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (p, g1, g2) = (Input<double[]>("p"), Input<double[]>("g1"), Input<double[]>("g2"));
var (lr, momentum, decay) = (Input<double>("lr"), Input<double>("momentum"), Input<double>("decay"));

// The parameters after steps with given gradients.
Tensor After(Func<Parameter, optim.Optimizer> create, params double[][] gradients)
{
    var parameter = nn.Parameter(tensor(p));
    using var optimiser = create(parameter);
    foreach (var gradient in gradients)
    {
        parameter.grad = tensor(gradient);
        optimiser.step();
    }

    return parameter;
}

Observe("sgd", After(x => optim.SGD([x], lr), g1));
Observe("sgd with momentum", After(x => optim.SGD([x], lr, momentum), g1, g2));
Observe("adam", After(x => optim.Adam([x], lr), g1, g2));
Observe("adam with l2", After(x => optim.Adam([x], lr, weight_decay: decay), g1));
Observe("adamw", After(x => optim.AdamW([x], lr, weight_decay: decay), g1));

// Both on a valley that is much steeper in one direction than in another.
double Descend(Func<Parameter, optim.Optimizer> create)
{
    var x = nn.Parameter(tensor(Input<double[]>("start")));
    using var curvature = tensor(Input<double[]>("curvature"));
    using var optimiser = create(x);
    Tensor Loss() => 0.5 * (curvature * x * x).sum();
    for (var step = 0; step < Input<int>("steps"); step++)
    {
        optimiser.zero_grad();
        Loss().backward();
        optimiser.step();
    }

    return Loss().item<double>();
}

var (sgd, adam) = (Descend(x => optim.SGD([x], Input<double>("sgd rate"))), Descend(x => optim.Adam([x], Input<double>("adam rate"))));
Observe("loss of sgd", sgd);
Observe("loss of adam", adam);
Console.WriteLine($"after {Input<int>("steps")} steps: SGD {sgd:0.0000}, Adam {adam:0.0000}");
