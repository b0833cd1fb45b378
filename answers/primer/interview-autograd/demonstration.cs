// Seen here: a chain of operations is recorded and gone back along; what lies between keeps no gradient; a detached value counts as a constant.
using System.Runtime.InteropServices;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (operations, middle) = (Input<string[]>("operations"), Input<int>("middle"));
using var x = tensor(Input<float[]>("x")).requires_grad_();
using var c = tensor(Input<float[]>("c"));

// Forward, and back along what was recorded.
var steps = Steps();
var value = (c * steps[^1]).sum();
value.backward();
Observe("value", value);
Observe("gradient", x.grad);
Console.WriteLine($"{string.Join(", then ", operations)}: {value.item<float>():0.0000}, its slope at the first x {x.grad![0].item<float>():0.0000}");

// The gradient went through the middle and left nothing there, and PyTorch warns those who look. One has to ask for it.
Observe("kept unasked", steps[middle].grad is not null);
steps = Steps();
steps[middle].retain_grad();
(c * steps[^1]).sum().backward();
Observe("gradient of the middle", steps[middle].grad);
Console.WriteLine($"after step {middle} the slope is {steps[middle].grad![0].item<float>():0.0000}, kept as it was asked for");

// Two ways lead from a product back to x. Detaching closes one of them.
foreach (var (name, cut) in new[] { ("gradient of the product", false), ("gradient of the product, detached", true) })
{
    x.grad!.zero_();
    steps = Steps();
    (steps[^1] * (cut ? steps[middle].detach() : steps[middle])).sum().backward();
    Observe(name, x.grad.clone());
    Console.WriteLine($"{name}: {x.grad[0].item<float>():0.0000}");
}

// A graph is gone after its backward pass, unless that is told to keep it; a second pass adds to what the first has left.
var keep = Input<bool>("keep");
x.grad!.zero_();
var once = (c * Steps()[^1]).sum();
autograd.backward([once], retain_graph: keep);
var refusal = "";
try
{
    once.backward();
}
catch (ExternalException e)
{
    refusal = e.Message.Split('.')[0];
    Console.WriteLine($"once more: {refusal}");
}

Observe("second backward fails", refusal.Length > 0);
Observe("gradient after both", x.grad);
Console.WriteLine($"the first pass {(keep ? "kept" : "did not keep")} the graph; the slope is {x.grad[0].item<float>():0.0000} after both");

List<Tensor> Steps() => operations.Aggregate(new List<Tensor> { x }, (done, operation) => [.. done, Next(operation, done[^1])]);

static Tensor Next(string operation, Tensor h) => operation switch { "sin" => h.sin(), "cos" => h.cos(), "tanh" => h.tanh(), "exp" => h.exp(), _ => h.pow(2) };
