// Seen here: a graph whose shape the data decides, its gradient, a second pass that fails unless the graph is kept, and changes in place that are noticed.
using System.Runtime.InteropServices;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

using var x = tensor(Input<double[]>("x"), requires_grad: true);
var (factor, limit) = (Input<double>("factor"), Input<double>("limit"));

// The data decide how often the loop runs and which branch is taken: each run has a graph of its own.
(Tensor Value, int Multiplications) Compute()
{
    var (v, times) = (x * 1.0, 0);
    for (; v.abs().sum().item<double>() < limit; times++)
        v = v * factor;
    return (x.sum().item<double>() > 0 ? (v * v).sum() : v.sin().sum(), times);
}

bool Fails(Action backward)
{
    try
    {
        backward();
        return false;
    }
    catch (ExternalException e)
    {
        Console.WriteLine(e.Message.Split('.')[0]);
        return true;
    }
}

var (y, multiplications) = Compute();
Observe("multiplications", multiplications);
Observe("value", y);
y.backward();
Observe("gradient", x.grad);
Console.WriteLine($"{multiplications} multiplications, value {y.item<double>():0.000}, slope at the first x {x.grad![0].item<double>():0.000}");

// The pass has released what the graph had saved; one that is told to keep it can be repeated, and the gradients add up.
Observe("second backward fails", Fails(() => y.backward()));
x.grad.zero_();
var (kept, _) = Compute();
autograd.backward([kept], retain_graph: true);
kept.backward();
Observe("second backward with retain_graph", x.grad);

// An operation saves what its derivative needs: exp its result, sin what it was given. Where that was changed meanwhile, autograd notices.
Observe("in-place changes fail", Input<string[]>("changes").Select(change =>
{
    using var input = x * 1.0;
    using var output = change.Split(' ')[0] switch
    {
        "exp" => input.exp(), "tanh" => input.tanh(), "sin" => input.sin(), "square" => input * input, _ => input * 2.0,
    };
    (change.EndsWith("input") ? input : output).mul_(2.0);
    return Fails(() => output.sum().backward());
}));
