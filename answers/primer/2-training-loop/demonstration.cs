// Seen here: the same model trained three times: as it should be, with gradients that pile up, and with gradients cleared a line too early.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (rows, width, batch) = (Input<long>("rows"), Input<long>("width"), Input<long>("batch"));
using var x = tensor(Input<float[]>("x")).reshape(rows, width);
using var y = tensor(Input<float[]>("y"));

var (right, losses) = Train(clearFirst: true);
Observe("losses", losses);
Observe("weight", right.weight);
Observe("bias", right.bias);
Console.WriteLine($"cleared once per step: the loss of all examples ends at {Loss(right, x, y).item<float>():0.000}");

var (piling, _) = Train(clearFirst: false);
Observe("weight without clearing", piling.weight);
Console.WriteLine($"never cleared: it ends at {Loss(piling, x, y).item<float>():0.000}");

var (still, _) = Train(clearFirst: true, clearBeforeStep: true);
Observe("weight with clearing before the step", still.weight);
Console.WriteLine($"cleared before the step: at {Loss(still, x, y).item<float>():0.000}, where it began, as nothing is learnt");

static Tensor Loss(TorchSharp.Modules.Linear model, Tensor inputs, Tensor targets) => nn.functional.mse_loss(model.forward(inputs).squeeze(1), targets);

(TorchSharp.Modules.Linear Model, List<float> Losses) Train(bool clearFirst, bool clearBeforeStep = false)
{
    var model = nn.Linear(width, 1);
    using (no_grad())
    {
        model.weight.copy_(tensor(Input<float[]>("weight")).unsqueeze(0));
        model.bias!.copy_(tensor(Input<float>("bias")));
    }

    var optimizer = optim.SGD(model.parameters(), Input<double>("rate"));
    var losses = new List<float>();
    for (var epoch = 0; epoch < Input<int>("epochs"); epoch++)
    {
        foreach (var (inputs, targets) in x.split(batch).Zip(y.split(batch)))
        {
            if (clearFirst)
            {
                optimizer.zero_grad();
            }

            var loss = Loss(model, inputs, targets);
            loss.backward();
            if (clearBeforeStep)
            {
                optimizer.zero_grad();
            }

            optimizer.step();
            losses.Add(loss.item<float>());
        }
    }

    return (model, losses);
}
