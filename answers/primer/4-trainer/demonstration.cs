using HitSongs.Transformers;
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (classes, width) = (Input<int>("classes"), Input<int>("width"));
var folder = Directory.CreateTempSubdirectory("training-").FullName;

// The data: examples by the names of the model's arguments.
var examples = Input<float[]>("x").Chunk(width)
    .Zip(Input<long[]>("y"), (row, label) => new Dictionary<string, object> { ["x"] = row, ["labels"] = label }).ToList();

// The model, with its first weights.
using var model = new LinearClassifier(new LinearConfig { width = width, num_labels = classes });
using (no_grad())
{
    model.Layer.weight!.copy_(tensor(Input<float[]>("weight")).reshape(classes, width));
    model.Layer.bias!.copy_(tensor(Input<float[]>("bias")));
}

// The arguments, and the training.
var arguments = new TrainingArguments(folder)
{
    num_train_epochs = Input<int>("epochs"),
    per_device_train_batch_size = Input<int>("batch"),
    optim = OptimizerNames.sgd,
    learning_rate = Input<double>("rate"),
    lr_scheduler_type = SchedulerType.constant,
    max_grad_norm = 0,
    logging_steps = 1,
    save_strategy = IntervalStrategy.no,
};
var trainer = new InOrder(model, arguments, examples);
Observe("steps", trainer.train().global_step);
Observe("weight", model.Layer.weight);
Observe("bias", model.Layer.bias);
Observe("logged losses", trainer.state.log_history.Where(line => line.ContainsKey("loss")).Select(line => line["loss"]).ToArray());

// How good it is, and a copy on disk.
Observe("accuracy", trainer.evaluate()["eval_accuracy"]);
trainer.save_model();
Directory.Delete(folder, recursive: true);

internal sealed record LinearConfig : PretrainedConfig
{
    public override string model_type => "linear";

    public long width { get; init; }
}

internal sealed class LinearClassifier : PreTrainedModel
{
    public LinearClassifier(LinearConfig config)
        : base(config, "LinearClassifier")
    {
        Layer = nn.Linear(config.width, config.num_labels);
        register_module("layer", Layer);
    }

    public Linear Layer { get; }

    public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch)
    {
        var logits = Layer.forward(batch["x"]);
        return new SequenceClassifierOutput(logits) { loss = nn.functional.cross_entropy(logits, batch["labels"]) };
    }
}

/// <summary>Takes the examples in their order, and evaluates on the same ones.</summary>
internal sealed class InOrder(LinearClassifier model, TrainingArguments args, List<Dictionary<string, object>> examples)
    : Trainer(model, args, examples, examples, new DefaultDataCollator(), Accuracy)
{
    protected override IReadOnlyList<int> get_train_sampler(int count, int epoch) => [.. Enumerable.Range(0, count)];

    private static Dictionary<string, double> Accuracy(EvalPrediction of) =>
        new() { ["accuracy"] = of.predictions.argmax(-1).eq(of.label_ids!).to(ScalarType.Float64).mean().item<double>() };
}
