// Seen here: a model with more weights than examples learns the noise; five remedies, and the gap that each of them leaves.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (width, steps) = (Input<long>("width"), Input<int>("steps"));
var (x, y) = (Rows("x", width), tensor(Input<double[]>("y")));
var (validX, validY) = (Rows("validX", width), tensor(Input<double[]>("validY")));
var masks = Rows("masks", width);
var bestStep = 0;

var runs = new (string Name, Tensor Weight)[]
{
    ("as it is", Train(x, y)),
    ("weight decay", Train(x, y, decay: Input<double>("decay"))),
    ("dropout", Train(x, y, dropout: true)),
    ("fewer features", Train(x, y, features: Input<long>("features"))),
    ("noisy copies", Train(cat([x, Rows("copies", width)]), cat([y, tensor(Input<double[]>("copiesY"))]))),
    ("early stopping", Train(x, y, early: true)),
};
var training = runs.Select(run => Loss(x, y, run.Weight)).ToArray();
var validation = runs.Select(run => Loss(validX, validY, run.Weight)).ToArray();
Observe("training losses", training);
Observe("validation losses", validation);
Observe("gaps", validation.Zip(training, (unseen, seen) => unseen - seen));
Observe("best step", bestStep);
foreach (var (name, seen, unseen) in runs.Select((run, i) => (run.Name, training[i], validation[i])))
{
    Console.WriteLine($"{name,-15} training {seen:0.000}, validation {unseen:0.000}, gap {unseen - seen:0.000}");
}

Tensor Rows(string name, long columns) => tensor(Input<double[]>(name)).reshape(-1, columns);

double Loss(Tensor inputs, Tensor targets, Tensor weight) => nn.functional.mse_loss(inputs[.., ..(int)weight.shape[0]].matmul(weight), targets).item<double>();

Tensor Train(Tensor inputs, Tensor targets, double decay = 0, bool dropout = false, long? features = null, bool early = false)
{
    var weight = new Parameter(zeros(features ?? width, dtype: float64));
    var optimizer = optim.SGD([weight], Input<double>("rate"), weight_decay: decay);
    var (best, kept) = (double.MaxValue, weight.detach());
    for (var step = 0; step < steps; step++)
    {
        optimizer.zero_grad();
        var seen = dropout ? inputs * masks[step] : inputs[.., ..(int)weight.shape[0]];
        nn.functional.mse_loss(seen.matmul(weight), targets).backward();
        optimizer.step();
        if (early && Loss(validX, validY, weight) is var loss && loss < best)
        {
            (best, kept, bestStep) = (loss, weight.detach().clone(), step + 1);
        }
    }

    return early ? kept : weight.detach();
}
