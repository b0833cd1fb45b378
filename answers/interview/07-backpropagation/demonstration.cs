// Seen here: training step by step, and how gradients pile up in those steps that do not clear them.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (rows, clear) = (Input<long>("rows"), Input<bool[]>("clear"));
using var x = tensor(Input<double[]>("x")).reshape(rows, -1);
using var y = tensor(Input<double[]>("y"));
using var weight = new Parameter(tensor(Input<double[]>("weight")));
using var bias = new Parameter(tensor(Input<double>("bias")));
using var optimizer = optim.SGD([weight, bias], Input<double>("rate"));

var losses = new List<double>();
for (var step = 0; step < clear.Length; step++)
{
    if (clear[step])
    {
        optimizer.zero_grad(); // forgets the gradients of the steps before
    }

    using var prediction = x.matmul(weight) + bias; // forward
    using var loss = nn.functional.mse_loss(prediction, y);
    loss.backward(); // gradients into grad, on top of what is there
    if (step == 0)
    {
        Observe("weight after first backward", weight); // nothing has moved yet
    }

    optimizer.step(); // now the parameters change
    losses.Add(loss.item<double>());
    var length = weight.grad!.norm().item<double>();
    Console.WriteLine($"step {step + 1}, {(clear[step] ? "cleared" : "not cleared"),-11}: loss {losses[^1]:0.0000}, gradient {length:0.0000} long");
}

Observe("losses", losses.ToArray());
Observe("weight", weight);
Observe("bias", bias);
Observe("gradient", weight.grad);
