// Seen here: a network measured batch by batch with its totals kept, and what goes wrong without them, without no_grad and without eval().
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (features, rows, batchSize) = (Input<long>("features"), Input<long>("rows"), Input<long>("batch size"));
using var x = tensor(Input<float[]>("x")).reshape(rows, features);
using var y = tensor(Input<long[]>("labels"));
using var norm = nn.BatchNorm1d(features, momentum: 0.1);
using var linear = nn.Linear(features, 2);
using var model = nn.Sequential(("norm", norm), ("dropout", nn.Dropout(Input<double>("dropout"))), ("linear", linear));
using (no_grad())
{
    norm.weight!.copy_(tensor(Input<float[]>("gamma")));
    norm.bias!.copy_(tensor(Input<float[]>("beta")));
    norm.running_mean!.copy_(tensor(Input<float[]>("mean")));
    norm.running_var!.copy_(tensor(Input<float[]>("variance")));
    linear.weight!.copy_(tensor(Input<float[]>("weight")).reshape(2, features));
    linear.bias!.copy_(tensor(Input<float[]>("bias")));
}

model.eval();
var (batches, accuracies, loss, hits) = (new List<Tensor>(), new List<double>(), 0.0, 0.0);
var (found, alarms, positives) = (0.0, 0.0, (double)y.sum().item<long>());
using (no_grad())
{
    for (var from = 0L; from < rows; from += batchSize)
    {
        var batch = TensorIndex.Slice(from, Math.Min(from + batchSize, rows));
        var (some, labels) = (x[batch], y[batch]);
        var logits = model.forward(some);
        var classes = logits.argmax(1);
        batches.Add(logits);

        // Totals: a short batch counts by its rows.
        double right = classes.eq(labels).sum().item<long>();
        hits += right;
        loss += nn.functional.cross_entropy(logits, labels, reduction: nn.Reduction.Sum).item<float>();
        found += (classes * labels).sum().item<long>();
        alarms += classes.sum().item<long>();
        accuracies.Add(right / labels.shape[0]);
    }

    Observe("running mean after evaluation", norm.running_mean!.clone());
    model.train(); // as if eval() had been forgotten
    model.forward(x);
    Observe("running mean after forgetting eval", norm.running_mean!.clone());
}

// Recording is autograd's matter and the mode the layers'.
string Recorded(string context)
{
    model.train(context.StartsWith("train"));
    using var recording = set_grad_enabled(!context.EndsWith("no_grad"));
    return model.forward(x).requires_grad ? "yes" : "no";
}

Observe("recorded", string.Join(',', Input<string[]>("contexts").Select(Recorded)));
Observe("logits", cat(batches.ToArray()));
Observe("loss", loss / rows);
Observe("accuracy", hits / rows);
Observe("precision", found / alarms);
Observe("recall", found / positives);
Observe("f1", 2 * found / (alarms + positives));
Observe("mean of batch accuracies", accuracies.Average());
Console.WriteLine($"accuracy {hits / rows:0.000}, mean of batches {accuracies.Average():0.000}; always saying 0 has {1 - (positives / rows):0.000}");
Console.WriteLine($"precision {found / alarms:0.000}, recall {found / positives:0.000}, F1 {2 * found / (alarms + positives):0.000}");
