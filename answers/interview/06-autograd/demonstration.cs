// Seen here: who takes part in differentiation, at whom gradients arrive, and what a detached tensor cuts off.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (asks, kind) = (Input<bool[]>("asks"), Input<string>("kind"));
using var x = tensor(Input<double[]>("x"), requires_grad: asks[0]);
using var y = tensor(Input<double[]>("y"), requires_grad: asks[1]);
using var z = tensor(Input<double[]>("z"), requires_grad: asks[2]);
using var w = tensor(Input<double[]>("w"));

Tensor Outer(Tensor v) => kind switch { "sin" => v.sin(), "exp" => v.exp(), "tanh" => v.tanh(), _ => v.square() };

// The forward computation leaves the graph behind.
using var u = Outer(x * y);
u.retain_grad();
using var f = ((w * u) + (z * x)).sum();
(string Name, Tensor Is)[] all = [("x", x), ("y", y), ("z", z), ("u", u), ("f", f)];
Observe("value", f);
Observe("requires grad", Flags(all.Select(one => one.Is.requires_grad)));
Observe("is leaf", Flags(all.Select(one => one.Is.is_leaf)));
Console.WriteLine($"u = {kind}(x y), f = sum(w u + z x) = {f.item<double>():0.0000}");

// The backward pass goes through it in reverse.
f.backward();
var inputs = all.Take(3).ToArray();
Observe("has gradient", Flags(inputs.Select(one => one.Is.grad is not null)));
Observe("gradients", inputs.Where(one => one.Is.grad is not null).SelectMany(one => one.Is.grad!.data<double>().ToArray()).ToArray());
Observe("gradient of u", u.grad);
foreach (var (name, tensor) in all)
{
    var gradient = name == "f" || tensor.grad is null ? "none" : string.Join("  ", tensor.grad.data<double>().Select(number => $"{number:0.000}"));
    var (part, kept) = (tensor.requires_grad ? "takes part" : "is a constant", tensor.is_leaf ? "leaf" : "computed");
    Console.WriteLine($"{name}: {part}, {kept}, gradient kept: {gradient}");
}

// Detached, u is a constant, and whatever lies behind it gets nothing.
using var cut = ((w * u.detach()) + (z * x)).sum();
Observe("requires grad when detached", cut.requires_grad);
Console.WriteLine($"with u detached f {(cut.requires_grad ? "still depends on a tensor that asked" : "depends on no tensor that asked")}");

static long[] Flags(IEnumerable<bool> flags) => [.. flags.Select(flag => flag ? 1L : 0)];
