// Seen here: a tensor that is asked to takes part in differentiation by itself, gets the gradient of a polynomial, and is a constant once detached.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var c = Input<double[]>("c");
var points = Input<double[]>("x");

// A tensor that is asked to does all that Variable was for, and what is computed from it takes part as well.
Tensor[] tensors = [.. Input<bool[]>("asks").Select(ask => tensor(points).requires_grad_(ask))];
Observe("tensors require grad", tensors.Select(one => one.requires_grad));
Observe("sums require grad", tensors.Select((one, i) => (one + tensors[(i + 1) % tensors.Length]).requires_grad));

using var x = tensor(points, requires_grad: true);

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
