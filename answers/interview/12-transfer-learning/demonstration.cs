// Seen here: a new head learns on a frozen pretrained encoder, then the encoder's upper layers are fine-tuned and predict unseen sentences.
using HitSongs.Transformers;
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

set_num_threads(1);
var (texts, labels, heldOut) = (Input<string[]>("train"), Input<long[]>("train labels"), Input<string[]>("held out"));
var tokenizer = AutoTokenizer.from_pretrained(Input<string>("pretrained"));
using var encoder = BertModel.from_pretrained(Input<string>("pretrained")); // in evaluation mode, and it stays there: no dropout
using var head = nn.Linear(384, 2);
head.load_state_dict(new() { ["weight"] = tensor(Input<float[]>("weight")).reshape(2, 384), ["bias"] = tensor(Input<float[]>("bias")) });

Tensor Encode(BatchEncoding encoded) => encoder.call(encoded.input_ids, encoded.attention_mask).pooler_output!;
Tensor Features(string[] sentences) => Encode(tokenizer.call(sentences, padding: true, return_tensors: "pt"));

static void Step(optim.Optimizer optimiser, Tensor logits, long[] classes)
{
    optimiser.zero_grad();
    nn.functional.cross_entropy(logits, tensor(classes)).backward();
    optimiser.step();
}

// Feature extraction: nothing of the encoder gets a gradient, so each sentence's vector is computed once.
foreach (var parameter in encoder.parameters()) parameter.requires_grad = false;
Observe("trainable parameters", Trainable(encoder) + Trainable(head));
var few = Input<int>("few");
var (features, plain) = (Features(texts[..few]), optim.SGD(head.parameters(), Input<double>("rate")));
for (var step = 0; step < Input<int>("steps"); step++) Step(plain, head.forward(features), labels[..few]);
Observe("encoder gradients", encoder.parameters().Count(parameter => parameter.grad is not null));
Observe("probed weight", encoder.get_parameter(Input<string>("probed")));
Observe("head weight", head.weight);
Observe("head bias", head.bias);

// Fine-tuning: the upper layers move too, in smaller steps than the head.
var frozen = Input<int>("frozen layers");
string[] kept = ["embeddings.", .. Enumerable.Range(0, frozen).Select(layer => $"encoder.layer.{layer}.")];
foreach (var (name, parameter) in encoder.named_parameters()) parameter.requires_grad = !kept.Any(name.StartsWith);
Parameter[] upper = [.. encoder.parameters().Where(parameter => parameter.requires_grad)];
Observe("fine-tuned parameters", Trainable(encoder) + Trainable(head));
using var gentle = optim.AdamW([new AdamW.ParamGroup(upper), new AdamW.ParamGroup(head.parameters())]);
var schedule = optim.lr_scheduler.OneCycleLR(gentle, [3e-4, 1e-3], total_steps: 60); // warm-up, then decay
for (var step = 0; step < 60; step++)
{
    using var scope = NewDisposeScope();
    var from = 8 * step % texts.Length;
    Step(gentle, head.forward(Features(texts[from..(from + 8)])), labels[from..(from + 8)]);
    schedule.step();
}

Observe("frozen bias", encoder.get_parameter($"encoder.layer.{frozen - 1}.output.dense.bias"));
Observe("tuned bias", encoder.get_parameter($"encoder.layer.{frozen}.output.dense.bias"));
using var _ = inference_mode();
long[] predictions = [.. heldOut.Chunk(20).SelectMany(some => head.forward(Features(some)).argmax(1).data<long>().ToArray())];
Observe("predictions", predictions);
Console.WriteLine($"\"{heldOut[0]}\" -> {(predictions[0] == 1 ? "likes it" : "does not")}");

static long Trainable(nn.Module module) => module.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());
