// Seen here: pipeline, configuration, tokenizer, model and Trainer, each loaded from a pretrained model or from one folder, working together.
using HitSongs.Transformers;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

// A pretrained model comes by its name.
var sentences = Input<string[]>("sentences");
using (var similarity = pipeline("sentence-similarity", Input<string>("pretrained")))
{
    Observe("pretrained parameters", similarity.model.num_parameters());
    Observe("pretrained tokens", similarity.tokenizer.Count);
    Observe("similarities", similarity.call(sentences[0], sentences[1..]).Select(answer => answer.score));
}

// One of one's own is a folder.
var folder = Directory.CreateTempSubdirectory("model-").FullName;
File.WriteAllText(Path.Combine(folder, "config.json"), Input<string>("config.json"));
File.WriteAllText(Path.Combine(folder, "vocab.txt"), Input<string>("vocab.txt"));
var weights = Input<Dictionary<string, Weight>>("weights")
    .ToDictionary(weight => weight.Key, weight => tensor(weight.Value.Values).reshape(weight.Value.Shape));
safetensors.save_file(weights, Path.Combine(folder, "model.safetensors"));
var (texts, labels) = (Input<string[]>("texts"), Input<int[]>("labels"));
var config = AutoConfig.from_pretrained(folder);
Observe("model type", config.model_type);
Observe("labels", string.Join(',', Enumerable.Range(0, config.num_labels).Select(id => config.id2label[id])));

var tokenizer = AutoTokenizer.from_pretrained(folder);
Observe("ids", tokenizer.encode(texts[0]));

using var model = AutoModelForSequenceClassification.from_pretrained(folder);
Observe("parameter count", model.num_parameters());
Observe("logits", ((SequenceClassifierOutput)model.call(
    new Dictionary<string, Tensor> { ["input_ids"] = tokenizer.call(texts[0], return_tensors: "pt").input_ids })).logits);

using var classifier = pipeline("text-classification", folder);
var answer = classifier.call(texts[0])[0];
Observe("pipeline label", answer.label);
Observe("pipeline score", answer.score);

// One step on all texts at once; what the Trainer does by itself and was not asked for is switched off.
var arguments = new TrainingArguments(Path.Combine(folder, "training"))
{
    max_steps = 1,
    per_device_train_batch_size = texts.Length,
    optim = OptimizerNames.sgd,
    learning_rate = Input<double>("lr"),
    lr_scheduler_type = SchedulerType.constant,
    max_grad_norm = 0,
    save_strategy = IntervalStrategy.no,
};
var examples = texts.Zip(labels, (text, label) => new Dictionary<string, object> { ["input_ids"] = tokenizer.encode(text), ["labels"] = label }).ToList();
new Trainer(model, arguments, examples).train();
Observe("classifier bias after one step", model.get_parameter("classifier.bias"));
Directory.Delete(folder, recursive: true);

internal sealed record Weight(long[] Shape, float[] Values);
