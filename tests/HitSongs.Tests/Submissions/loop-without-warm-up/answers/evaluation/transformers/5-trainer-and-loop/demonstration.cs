using HitSongs.Transformers;
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (classes, width, order) = (Input<int>("classes"), Input<int>("width"), Input<int[][]>("order"));
var (rate, batch, accumulation, warmup, stop) = (Input<double>("rate"), Input<int>("batch"), Input<int>("accumulation"), Input<int>("warmup"), Input<int>("stop"));
var (x, y) = (Input<float[]>("x").Chunk(width).ToArray(), Input<long[]>("y"));
var (examples, heldOut) = (Examples(x, y), Examples(Input<float[]>("xHeldOut").Chunk(width).ToArray(), Input<long[]>("yHeldOut")));
var folder = Directory.CreateTempSubdirectory("training-").FullName;

// The Trainer. What it does unasked is set as the loop below does it: AdamW, clipping and an order by chance.
var arguments = new TrainingArguments(Path.Combine(folder, "whole"))
{
    num_train_epochs = order.Length,
    per_device_train_batch_size = batch,
    gradient_accumulation_steps = accumulation,
    optim = OptimizerNames.sgd,
    learning_rate = rate,
    lr_scheduler_type = SchedulerType.linear,
    warmup_steps = warmup,
    max_grad_norm = 0,
    logging_steps = 1,
    eval_strategy = IntervalStrategy.epoch,
    save_strategy = IntervalStrategy.no,
};
using var byTrainer = NewModel();
var trainer = NewTrainer(byTrainer, arguments);
trainer.train();
Observe("weight by trainer", byTrainer.Layer.weight);
Observe("bias by trainer", byTrainer.Layer.bias);
Observe("logged rates", Logged("learning_rate"));
Observe("logged losses", Logged("loss"));
Observe("evaluation losses", Logged("eval_loss"));

// The same in a loop.
using var byLoop = NewModel();
using var optimizer = optim.SGD(byLoop.parameters(), rate);
var (step, steps) = (0, order.Length * ((y.Length + (batch * accumulation) - 1) / (batch * accumulation)));
foreach (var epoch in order)
{
    foreach (var rows in epoch.Chunk(batch * accumulation))
    {
        optimizer.zero_grad();
        foreach (var part in rows.Chunk(batch))
        {
            var loss = nn.functional.cross_entropy(byLoop.Layer.forward(from_array(Rows(part))), tensor(part.Select(row => y[row]).ToArray()));
            (loss * part.Length / rows.Length).backward(); // of the mean over the whole step
        }

        foreach (var group in optimizer.ParamGroups)
        {
            group.LearningRate = rate * (double)(steps - step) / steps; // falls from the first step on
        }

        optimizer.step();
        step++;
    }
}

Observe("weight by loop", byLoop.Layer.weight);
Observe("bias by loop", byLoop.Layer.bias);

// One Trainer ends half way, and a new one with a new model goes on from its checkpoint.
var inTwo = arguments with { output_dir = Path.Combine(folder, "in-two"), save_strategy = IntervalStrategy.steps, save_steps = stop };
using (var first = NewModel())
{
    NewTrainer(first, inTwo, new StopAt(stop)).train();
}

using var resumed = NewModel();
NewTrainer(resumed, inTwo).train(resume_from_checkpoint: true);
Observe("weight after resuming", resumed.Layer.weight);
Directory.Delete(folder, recursive: true);

LinearClassifier NewModel()
{
    var model = new LinearClassifier(new LinearConfig { width = width, num_labels = classes });
    using var unrecorded = no_grad();
    model.Layer.weight!.copy_(tensor(Input<float[]>("weight")).reshape(classes, width));
    model.Layer.bias!.copy_(tensor(Input<float[]>("bias")));
    return model;
}

InOrder NewTrainer(LinearClassifier model, TrainingArguments its, params TrainerCallback[] callbacks) => new(order, model, its, examples, heldOut, callbacks);

double[] Logged(string name) => [.. trainer.state.log_history.Where(line => line.ContainsKey(name)).Select(line => line[name])];

float[,] Rows(int[] part)
{
    var rows = new float[part.Length, width];
    for (var i = 0; i < part.Length; i++)
    {
        for (var j = 0; j < width; j++)
        {
            rows[i, j] = x[part[i]][j];
        }
    }

    return rows;
}

static List<Dictionary<string, object>> Examples(float[][] x, long[] y) =>
    [.. x.Zip(y, (row, its) => new Dictionary<string, object> { ["x"] = row, ["labels"] = its })];

internal sealed record LinearConfig : PretrainedConfig
{
    public override string model_type => "linear";

    public long width { get; init; }
}

/// <summary>Not a transformer: a Trainer takes whatever gives back a loss.</summary>
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

/// <summary>Goes through the examples as it is told.</summary>
internal sealed class InOrder(
    int[][] order, LinearClassifier model, TrainingArguments args, List<Dictionary<string, object>> examples, List<Dictionary<string, object>> heldOut, TrainerCallback[] callbacks)
    : Trainer(model, args, examples, heldOut, new DefaultDataCollator(), callbacks: callbacks)
{
    protected override IReadOnlyList<int> get_train_sampler(int count, int epoch) => order[epoch];
}

internal sealed class StopAt(int step) : TrainerCallback
{
    public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control) => control.should_training_stop = state.global_step == step;
}
