using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var c = Input<double[]>("c");
using var x = tensor(Input<double[]>("x"));
Observe("plain requires grad", x.requires_grad);

// A tensor that is asked to does all that Variable was for.
x.requires_grad_();
Observe("asked requires grad", x.requires_grad);

Tensor Polynomial() => c.Select((coefficient, power) => x.pow(power) * coefficient).Aggregate((sum, term) => sum + term);

Polynomial().sum().backward();
Observe("gradient", x.grad);
Console.WriteLine($"gradient of the sum over {x.numel()} points: {string.Join("  ", x.grad!.data<double>().ToArray().Select(g => $"{g:0.000}"))}");

// Detached, a factor counts as a constant.
x.grad!.zero_();
using var constant = x.detach();
Observe("detached requires grad", constant.requires_grad);
(constant * Polynomial()).sum().backward();
Observe("gradient with a detached factor", x.grad);
