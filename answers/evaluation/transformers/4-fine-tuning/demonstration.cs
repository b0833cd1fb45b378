using HitSongs.Transformers;
using TorchSharp;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

set_num_threads(1);
manual_seed(1);
var folder = Directory.CreateTempSubdirectory("fine-tuning-").FullName;
File.WriteAllText(Path.Combine(folder, "config.json"), Input<string>("config.json"));
var tokenizer = BertTokenizer.from_vocabulary(Input<string[]>("vocabulary"));
var (texts, labels) = (Input<string[]>("train"), Input<int[]>("train labels"));

// A model of that size, with the pretrained embeddings, which stay as they are.
using var model = new BertForSequenceClassification(BertConfig.from_pretrained(folder));
var embeddings = model.get_parameter("bert.embeddings.word_embeddings.weight")!;
using (no_grad())
{
    embeddings.copy_(tensor(Input<float[]>("embeddings")).reshape(embeddings.shape));
}

embeddings.requires_grad = false;

// A fifth of the labelled texts is kept to choose the epoch by.
var examples = texts.Zip(labels, (text, label) => new Dictionary<string, object> { ["input_ids"] = tokenizer.encode(text), ["labels"] = label }).ToList();
var (chosenBy, learnt) = (examples.Where((_, i) => i % 5 == 0).ToList(), examples.Where((_, i) => i % 5 != 0).ToList());
var arguments = new TrainingArguments(folder)
{
    num_train_epochs = 15,
    per_device_train_batch_size = 16,
    per_device_eval_batch_size = 64,
    learning_rate = 3e-3,
    warmup_ratio = 0.1,
    weight_decay = 0.01,
    eval_strategy = IntervalStrategy.epoch,
    save_strategy = IntervalStrategy.epoch,
    save_total_limit = 1,
    load_best_model_at_end = true,
    metric_for_best_model = "accuracy",
};
var trainer = new Trainer(model, arguments, learnt, chosenBy, compute_metrics: Accuracy);
trainer.train();
Console.WriteLine($"accuracy on the texts that chose the epoch: {trainer.state.best_metric:0.00}");

var heldOut = Input<string[]>("heldOut").Select(text => new Dictionary<string, object> { ["input_ids"] = tokenizer.encode(text) }).ToList();
Observe("predictions", trainer.predict(heldOut).predictions.argmax(-1));
Observe("majority", labels.CountBy(label => label).MaxBy(count => count.Value).Key);
Observe("embeddings after", embeddings);
Observe("trained parameters", model.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel()));
Observe("frozen parameters", model.parameters().Where(parameter => !parameter.requires_grad).Sum(parameter => parameter.numel()));
Directory.Delete(folder, recursive: true);

static Dictionary<string, double> Accuracy(EvalPrediction of) =>
    new() { ["accuracy"] = of.predictions.argmax(-1).eq(of.label_ids!).to(ScalarType.Float64).mean().item<double>() };
