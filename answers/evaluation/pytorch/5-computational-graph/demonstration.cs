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
    while (v.abs().sum().item<double>() < limit)
    {
        v = v * factor;
        times++;
    }

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

// The pass has released what the graph had saved.
Observe("second backward fails", Fails(() => y.backward()));

x.grad!.zero_();
var (kept, _) = Compute();
autograd.backward([kept], retain_graph: true);
kept.backward();
Observe("second backward with retain_graph", x.grad);

// exp saves its result for its derivative; changing that result makes the saved value wrong, and autograd notices.
using var saved = x.exp();
using var total = saved.sum();
saved.mul_(2.0);
Observe("in-place change fails", Fails(() => total.backward()));
