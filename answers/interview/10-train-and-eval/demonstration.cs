// Seen here: batches going through a model in changing modes; what batch norm uses and keeps, what dropout does, and that gradients do not care.
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (batches, training, recording) = (Input<float[][]>("batches"), Input<bool[]>("training"), Input<bool[]>("recording"));
using var weight = tensor(Input<float[]>("weight"));
using var bias = tensor(Input<float[]>("bias"));
using var ones = torch.ones(1000);

using var norm = nn.BatchNorm1d(weight.shape[0], eps: 1e-5, momentum: Input<double>("momentum"));
using var dropout = nn.Dropout(Input<double>("p"));
using var model = nn.Sequential(("norm", norm), ("dropout", dropout));
using (no_grad())
{
    norm.weight!.copy_(weight);
    norm.bias!.copy_(bias);
}

var (normalised, largest, requires) = (new List<float>(), new List<float>(), new List<long>());
for (var i = 0; i < batches.Length; i++)
{
    // One call sets the flag of every module inside.
    model.train(training[i]);

    // Whether a graph is recorded is quite another switch.
    using var recorded = set_grad_enabled(recording[i]);
    using var batch = tensor(batches[i]).reshape(Input<long>("rows"), -1);
    using var output = norm.forward(batch);
    normalised.AddRange(output.data<float>().ToArray());
    largest.Add(dropout.forward(ones).max().item<float>());
    requires.Add(output.requires_grad ? 1 : 0);
    Console.WriteLine($"{(norm.training ? "train" : "eval"),-5} {(recording[i] ? "recorded" : "unrecorded"),-10}: "
        + $"first output {normalised[^(int)output.numel()],7:0.000}, "
        + $"running mean {norm.running_mean![0].item<float>(),7:0.000}, largest by dropout {largest[^1]:0.00}, requires grad: {output.requires_grad}");
}

Observe("normalised", normalised.ToArray());
Observe("running mean", norm.running_mean);
Observe("running variance", norm.running_var);
Observe("largest", largest.ToArray());
Observe("requires grad", requires.ToArray());
