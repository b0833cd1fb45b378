// Seen here: a new layer learns on a frozen encoder, then the encoder's upper layers are fine-tuned; what is frozen keeps its weights.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

set_num_threads(1);
manual_seed(1);
var (pretrained, texts, labels, heldOut) = (Input<string>("pretrained"), Input<string[]>("train"), Input<int[]>("train labels"), Input<string[]>("heldOut"));
Observe("majority", labels.CountBy(label => label).MaxBy(count => count.Value).Key);
var folder = Directory.CreateTempSubdirectory("fine-tuning-").FullName;

// The encoder frozen as a whole: each sentence's vector is computed once, and a linear layer learns on them.
using var encoder = pipeline("sentence-similarity", pretrained);
using var probe = new LinearProbe(features: 384, num_labels: 2);
var onVectors = new TrainingArguments(folder) { num_train_epochs = 10, learning_rate = 0.02, save_strategy = IntervalStrategy.no };
var linear = new Trainer(probe, onVectors, Labelled("features", Vectors(texts)), data_collator: new DefaultDataCollator());
linear.train();
Observe("predictions of frozen encoder", Classes(linear, Unlabelled("features", Vectors(heldOut))));

// The same encoder fine-tuned, but for its embeddings and lower layers.
var config = BertConfig.from_pretrained(pretrained) with { num_labels = 2, hidden_dropout_prob = 0, attention_probs_dropout_prob = 0 };
using var model = BertForSequenceClassification.from_pretrained(pretrained, config);
var frozenLayers = Input<int>("frozen layers");
string[] alsoFrozen = [.. Input<string[]>("also frozen").Select(name => $"bert.{name}")];
string[] frozen = ["bert.embeddings.", .. Enumerable.Range(0, frozenLayers).Select(layer => $"bert.encoder.layer.{layer}."), .. alsoFrozen];
foreach (var (name, parameter) in model.named_parameters())
{
    parameter.requires_grad = !frozen.Any(name.StartsWith);
}

var arguments = new TrainingArguments(folder) { max_steps = 64, learning_rate = 8e-4, warmup_ratio = 0.2, save_strategy = IntervalStrategy.no };
var trainer = new Trainer(model, arguments, Labelled("input_ids", Ids(texts)));
trainer.train();
Observe("predictions", Classes(trainer, Unlabelled("input_ids", Ids(heldOut))));
Observe("frozen bias", model.get_parameter($"bert.encoder.layer.{frozenLayers - 1}.output.dense.bias"));
Observe("trained bias", model.get_parameter($"bert.encoder.layer.{frozenLayers}.output.dense.bias"));
Observe("first of also frozen", alsoFrozen.Select(name => model.get_parameter(name)!.flatten()[0].item<float>()));
Observe("trained parameters", model.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel()));
Observe("frozen parameters", model.parameters().Where(parameter => !parameter.requires_grad).Sum(parameter => parameter.numel()));
Directory.Delete(folder, recursive: true);

IEnumerable<object> Vectors(string[] sentences) => encoder.call(sentences, batch_size: 32).Select(answer => answer[0].embedding!);

IEnumerable<object> Ids(string[] sentences) => sentences.Select(sentence => encoder.tokenizer.encode(sentence));

List<Dictionary<string, object>> Labelled(string name, IEnumerable<object> values) =>
    [.. values.Zip(labels, (value, label) => new Dictionary<string, object> { [name] = value, ["labels"] = label })];

static List<Dictionary<string, object>> Unlabelled(string name, IEnumerable<object> values) =>
    [.. values.Select(value => new Dictionary<string, object> { [name] = value })];

static Tensor Classes(Trainer trainer, List<Dictionary<string, object>> examples) => trainer.predict(examples).predictions.argmax(-1);
