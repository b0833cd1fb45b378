using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var sizes = Input<long[]>("sizes");
var rows = Input<long>("rows");
using var x = tensor(Input<float[]>("x")).reshape(rows, sizes[0]);
using var y = tensor(Input<float[]>("y")).reshape(rows, sizes[2]);
using var w1 = tensor(Input<float[]>("w1")).reshape(sizes[1], sizes[0]).requires_grad_();
using var w2 = tensor(Input<float[]>("w2")).reshape(sizes[2], sizes[1]).requires_grad_();

Tensor Output() => x.matmul(w1.t()).tanh().matmul(w2.t());
Tensor Loss() => nn.functional.mse_loss(Output(), y);

// One pass: the gradients of the loss arrive at the leaves.
var loss = Loss();
loss.backward();
Observe("loss", loss);
Observe("gradient of w1", w1.grad);
Observe("gradient of w2", w2.grad);
Console.WriteLine($"loss {loss.item<float>():0.0000}, gradient of w2 {w2.grad!.norm().item<float>():0.0000} long");

// Wrong: the gradient is cleared between the two passes.
w2.grad!.zero_();
Loss().backward();
Observe("gradient of w2 after two passes", w2.grad);
Console.WriteLine($"after two passes {w2.grad!.norm().item<float>():0.0000}");

// Cleared, the next pass starts from zero.
w2.grad!.zero_();
Loss().backward();
Observe("gradient of w2 after clearing", w2.grad);
Console.WriteLine($"cleared and once more {w2.grad!.norm().item<float>():0.0000}");

// Under no_grad the same computation leaves no graph.
Observe("outputs require grad", Input<bool[]>("recorded").Select(recorded =>
{
    using var off = recorded ? null : no_grad();
    return Output().requires_grad;
}));
