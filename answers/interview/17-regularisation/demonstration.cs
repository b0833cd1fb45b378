// Seen here: what L1 and L2 add to a gradient, that L2 is weight decay under SGD but not under Adam, and dropout and batch norm at work.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (lambda, lr) = (Input<double>("lambda"), Input<double>("lr"));
using var drawn = tensor(Input<double[]>("w"));
using var g = tensor(Input<double[]>("g"));

Tensor L1(Tensor w) => lambda * w.abs().sum();
Tensor L2(Tensor w) => lambda / 2 * w.square().sum();
Tensor None(Tensor w) => w.sum() * 0;

Parameter Backward(Func<Tensor, Tensor> penalty)
{
    var w = nn.Parameter(drawn.clone());
    ((w * g).sum() + penalty(w)).backward();
    return w;
}

Tensor After(Func<Parameter, optim.Optimizer> create, Func<Tensor, Tensor> penalty)
{
    var w = Backward(penalty);
    using var optimiser = create(w);
    optimiser.step();
    return w.detach();
}

Observe("gradient with l1", Backward(L1).grad);
Observe("gradient with l2", Backward(L2).grad);

var (inLoss, decay) = (After(w => optim.SGD([w], lr), L2), After(w => optim.SGD([w], lr, weight_decay: lambda), None));
Observe("sgd with l2", inLoss);
Observe("sgd with decay", decay);
var (adam, adamW) = (After(w => optim.Adam([w], lr), L2), After(w => optim.AdamW([w], lr, weight_decay: lambda), None));
Observe("adam with l2", adam);
Observe("adamw", adamW);
static string Gap(Tensor one, Tensor other) => $"{(one - other).abs().max().item<double>():0.000000}";
Console.WriteLine($"L2 and decay differ by {Gap(inLoss, decay)} under SGD, by {Gap(adam, adamW)} under Adam");

// Soft thresholding takes the same from every weight, and what is smaller than that becomes zero.
using var stepped = drawn - (lr * g);
using var sparse = stepped.sign() * (stepped.abs() - (lr * lambda)).clamp_min(0);
Observe("l1 zeros", sparse.eq(0).sum());
Console.WriteLine($"after the proximal step of L1, {sparse.eq(0).sum().item<long>()} of {sparse.numel()} weights are 0");

// The layers, in both modes.
using var x = tensor(Input<float[]>("x")).reshape(Input<long>("rows"), Input<long>("features"));
using var dropout = nn.Dropout(Input<double>("p"));
dropout.train();
Observe("dropout in training", dropout.forward(x));
dropout.eval();
Observe("dropout in evaluation", dropout.forward(x));
using var norm = nn.BatchNorm1d(Input<long>("features"));
Observe("batch norm in training", norm.forward(x));
