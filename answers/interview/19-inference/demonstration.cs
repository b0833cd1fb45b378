// Seen here: a network from a file predicts raw inputs; which context records, which leaves dropout on, and whose results autograd refuses.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (features, labels) = (Input<long>("features"), Input<string[]>("labels"));
var (mean, deviation) = (tensor(Input<float[]>("mean")), tensor(Input<float[]>("deviation")));

// Trained elsewhere, saved, and loaded into a network of the same architecture.
var (file, trained) = (Path.GetTempFileName(), nn.Linear(features, labels.Length));
trained.load_state_dict(new() { ["weight"] = tensor(Input<float[]>("weight")).reshape(labels.Length, features), ["bias"] = tensor(Input<float[]>("bias")) });
Network(trained).save(file);
using var model = Network(nn.Linear(features, labels.Length));
model.load(file);
model.eval();
File.Delete(file);

// Inputs as in training: the training data's statistics, and a batch dimension.
Tensor Prepare(Tensor raw) => (raw - mean) / deviation;
Tensor Probabilities(Tensor prepared) => model.forward(prepared).softmax(-1);
using var x = Prepare(tensor(Input<float[]>("x")).reshape(Input<long>("rows"), features));
using var one = Prepare(tensor(Input<float[]>("one"))).unsqueeze(0);
Tensor ofInference, ofNoGrad;
using (inference_mode(true)) ofInference = Probabilities(x);
using (no_grad()) ofNoGrad = Probabilities(x).square();
string[] found = [.. ofInference.argmax(-1).data<long>().ToArray().Select(index => labels[index])];
Observe("probabilities", ofInference);
Observe("probabilities of one", Probabilities(one));
Observe("labels", string.Join(',', found));
Console.WriteLine($"the rows of x are {string.Join(", ", found)}");

// What no_grad made is an ordinary tensor; what inference_mode made is refused by autograd.
using var scale = tensor(Input<float>("scale"), requires_grad: true);
(ofNoGrad * scale).sum().backward();
Observe("gradient after no_grad", scale.grad);
try
{
    (ofInference * scale).sum().backward();
    Observe("fails after inference mode", false);
}
catch (System.Runtime.InteropServices.ExternalException e)
{
    Console.WriteLine(e.Message.Split('.')[0]);
    Observe("fails after inference mode", true);
}

// The context is autograd's matter and the mode the layers'.
var contexts = Input<string[]>("contexts").Select(context =>
{
    model.train(context.StartsWith("train"));
    using var unrecorded = context.Contains("no_grad") ? no_grad() : inference_mode(context.Contains("inference"));
    var (logits, again) = (model.forward(x), model.forward(x));
    return (Recorded: logits.requires_grad ? "yes" : "no", Random: logits.equal(again).all().item<bool>() ? "no" : "yes");
}).ToList();
Observe("recorded", string.Join(',', contexts.Select(context => context.Recorded)));
Observe("random", string.Join(',', contexts.Select(context => context.Random)));

static Sequential Network(Linear linear) => nn.Sequential(("dropout", nn.Dropout(Input<double>("dropout"))), ("linear", linear));
