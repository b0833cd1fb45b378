// Seen here: a network from a file predicts raw inputs prepared as in training, and what may be done afterwards with results of no_grad and of inference_mode.
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (features, labels) = (Input<long>("features"), Input<string[]>("labels"));
using var mean = tensor(Input<float[]>("mean"));
using var deviation = tensor(Input<float[]>("deviation"));

// Trained elsewhere, saved, and loaded into a network of the same architecture.
var file = Path.GetTempFileName();
var trained = nn.Linear(features, labels.Length);
trained.load_state_dict(new() { ["weight"] = tensor(Input<float[]>("weight")).reshape(labels.Length, features), ["bias"] = tensor(Input<float[]>("bias")) });
Network(trained).save(file);
using var model = Network(nn.Linear(features, labels.Length));
model.load(file);
File.Delete(file);
model.eval();

// Inputs as in training: the training data's statistics, and a batch dimension.
Tensor Prepare(Tensor raw) => (raw - mean) / deviation;
using var x = Prepare(tensor(Input<float[]>("x")).reshape(Input<long>("rows"), features));
using var one = Prepare(tensor(Input<float[]>("one"))).unsqueeze(0);

Tensor probabilities, probabilitiesSquared;
using (inference_mode(true))
{
    using var logits = model.forward(x);
    probabilities = logits.softmax(-1);
    Observe("probabilities", probabilities);
    Observe("probabilities of one", model.forward(one).softmax(-1));
    long[] best = [.. probabilities.argmax(-1).data<long>()];
    Observe("labels", string.Join(',', best.Select(index => labels[index])));
    for (var row = 0; row < best.Length; row++) Console.WriteLine($"row {row}: {labels[best[row]]}, {probabilities[row, best[row]].item<float>():P0}");
}

// What no_grad made is an ordinary tensor; what inference_mode made is refused by autograd.
using var scale = tensor(Input<float>("scale"), requires_grad: true);
using (no_grad())
{
    probabilitiesSquared = model.forward(x).softmax(-1).square();
}

(probabilitiesSquared * scale).sum().backward();
Observe("gradient after no_grad", scale.grad);
try
{
    (probabilities * scale).sum().backward();
    Observe("fails after inference mode", false);
}
catch (ExternalException e)
{
    Console.WriteLine(e.Message.Split('.')[0]);
    Observe("fails after inference mode", true);
}

// The context is autograd's matter and the mode the layers': inference_mode leaves dropout on.
(string Recorded, string Random) In(string context)
{
    model.train(context.StartsWith("train"));
    using var unrecorded = context.Contains("no_grad") ? no_grad() : inference_mode(context.Contains("inference"));
    var (logits, again) = (model.forward(x), model.forward(x));
    return (logits.requires_grad ? "yes" : "no", logits.equal(again).all().item<bool>() ? "no" : "yes");
}

var contexts = Input<string[]>("contexts").Select(In).ToList();
Observe("recorded", string.Join(',', contexts.Select(context => context.Recorded)));
Observe("random", string.Join(',', contexts.Select(context => context.Random)));

static Sequential Network(Linear linear) => nn.Sequential(("dropout", nn.Dropout(Input<double>("dropout"))), ("linear", linear));
