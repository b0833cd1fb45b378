// Seen here: data, model, arguments, train, evaluate, save: the steps of the Trainer, on vectors of a pretrained encoder.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

// The data: sentences as vectors of a pretrained encoder, by the names of the model's arguments.
using var encoder = pipeline("sentence-similarity", Input<string>("pretrained"));
var vectors = encoder.call(Input<string[]>("sentences")).Select(answer => answer[0].embedding!);
var examples = vectors.Zip(Input<long[]>("y"), (vector, label) => new Dictionary<string, object> { ["features"] = vector, ["labels"] = label }).ToList();

// The model: a linear layer on those vectors, with its first weights.
var classes = Input<int>("classes");
using var model = new LinearProbe(features: 384, num_labels: classes);
using (no_grad())
{
    model.linear.weight!.copy_(tensor(Input<float[]>("weight")).reshape(classes, 384));
    model.linear.bias!.copy_(tensor(Input<float[]>("bias")));
}

// The arguments, and the training.
var folder = Directory.CreateTempSubdirectory("training-").FullName;
var arguments = new TrainingArguments(folder)
{
    num_train_epochs = Input<int>("epochs"),
    per_device_train_batch_size = Input<int>("batch"),
    train_sampling_strategy = SamplingStrategy.sequential,
    optim = OptimizerNames.sgd,
    learning_rate = Input<double>("rate"),
    lr_scheduler_type = SchedulerType.constant,
    max_grad_norm = 0,
    logging_steps = 1,
    save_strategy = IntervalStrategy.no,
};
var trainer = new Trainer(model, arguments, examples, examples, new DefaultDataCollator(), Accuracy);
Observe("steps", trainer.train().global_step);
Observe("weight", model.linear.weight);
Observe("bias", model.linear.bias);
Observe("logged losses", trainer.state.log_history.Where(line => line.ContainsKey("loss")).Select(line => line["loss"]).ToArray());

// How good it is, and a copy on disk.
Observe("accuracy", trainer.evaluate()["eval_accuracy"]);
trainer.save_model();
Directory.Delete(folder, recursive: true);

static Dictionary<string, double> Accuracy(EvalPrediction of) =>
    new() { ["accuracy"] = of.predictions.argmax(-1).eq(of.label_ids!).to(ScalarType.Float64).mean().item<double>() };
