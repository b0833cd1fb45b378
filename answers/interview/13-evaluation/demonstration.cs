// Seen here: a network measured on the whole set and, wrongly, as a mean over batches; and what mode and no_grad change.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (features, rows, batchSize) = (Input<long>("features"), Input<long>("rows"), Input<long>("batch size"));
using var x = tensor(Input<float[]>("x")).reshape(rows, features);
using var y = tensor(Input<long[]>("labels"));
using var norm = nn.BatchNorm1d(features, momentum: 0.1);
using var model = nn.Sequential(("norm", norm), ("dropout", nn.Dropout(Input<double>("dropout"))), ("linear", nn.Linear(features, 2)));
Tensor Drawn(string name) => tensor(Input<float[]>(name));
Dictionary<string, Tensor> state = new()
{
    ["norm.weight"] = Drawn("gamma"), ["norm.bias"] = Drawn("beta"),
    ["norm.running_mean"] = Drawn("mean"), ["norm.running_var"] = Drawn("variance"),
    ["linear.weight"] = Drawn("weight").reshape(2, features), ["linear.bias"] = Drawn("bias"),
};
model.load_state_dict(state, strict: false);

// Results are gathered from all batches before anything is divided. The last batch is short.
var (batches, accuracies) = (new List<Tensor>(), new List<double>());
model.eval();
using (no_grad())
{
    for (var from = 0L; from < rows; from += batchSize)
    {
        var batch = TensorIndex.Slice(from, Math.Min(from + batchSize, rows));
        batches.Add(model.forward(x[batch]));
        accuracies.Add(batches[^1].argmax(1).eq(y[batch]).to(float64).mean().item<double>());
    }
}

using var logits = cat(batches.ToArray());
var classes = logits.argmax(1);
double Count(Tensor of) => of.sum().item<long>();
var (hits, found, alarms, positives) = (Count(classes.eq(y)), Count(classes * y), Count(classes), Count(y));
Observe("logits", logits);
Observe("loss", nn.functional.cross_entropy(logits, y));
Observe("accuracy", hits / rows);
Observe("precision", found / alarms);
Observe("recall", found / positives);
Observe("f1", 2 * found / (alarms + positives));
Observe("mean of batch accuracies", accuracies.Average());
Console.WriteLine($"accuracy {hits / rows:0.000}, mean of batches {accuracies.Average():0.000}; always saying 0 has {1 - (positives / rows):0.000}");
Console.WriteLine($"precision {found / alarms:0.000}, recall {found / positives:0.000}, F1 {2 * found / (alarms + positives):0.000}");

// Recording is autograd's matter, and the mode that of the layers.
string Forward(string context)
{
    model.train(context.StartsWith("train"));
    using var recording = set_grad_enabled(!context.EndsWith("no_grad"));
    return model.forward(x).requires_grad ? "yes" : "no";
}

Observe("running mean after evaluation", norm.running_mean);
Forward("train no_grad"); // as if eval() had been forgotten
Observe("running mean after forgetting eval", norm.running_mean);
Observe("recorded", string.Join(',', Input<string[]>("contexts").Select(Forward)));
