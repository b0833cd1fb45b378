using HitSongs.Transformers;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

// What is trained is a linear layer on sentence vectors of a pretrained encoder, which are computed once.
using var encoder = pipeline("sentence-similarity", Input<string>("pretrained"));
var (x, y) = (Vectors("sentences"), Input<long[]>("y"));
var (examples, heldOut) = (Examples(x, y), Examples(Vectors("heldOut"), Input<long[]>("yHeldOut")));
var (rate, batch, accumulation, warmup, stop) = (Input<double>("rate"), Input<int>("batch"), Input<int>("accumulation"), Input<int>("warmup"), Input<int>("stop"));
var folder = Directory.CreateTempSubdirectory("training-").FullName;

// The Trainer. What it does unasked is set as the loop below does it: AdamW, clipping and an order by chance.
var arguments = new TrainingArguments(folder)
{
    num_train_epochs = Input<int>("epochs"), per_device_train_batch_size = batch, gradient_accumulation_steps = accumulation,
    optim = OptimizerNames.sgd, learning_rate = rate, lr_scheduler_type = SchedulerType.linear, warmup_steps = warmup, max_grad_norm = 0,
    train_sampling_strategy = SamplingStrategy.sequential, logging_steps = 1, eval_strategy = IntervalStrategy.epoch, save_strategy = IntervalStrategy.no,
};
var trainer = Train(arguments);
Observe("weight by trainer", Layer(trainer).weight);
Observe("bias by trainer", Layer(trainer).bias);
foreach (var (name, key) in new[] { ("logged rates", "learning_rate"), ("logged losses", "loss"), ("evaluation losses", "eval_loss") })
{
    Observe(name, trainer.state.log_history.Where(line => line.ContainsKey(key)).Select(line => line[key]).ToArray());
}

// The same in a loop. Parts of a step add up to the gradient of its mean loss.
var layer = NewModel().linear;
var optimizer = optim.SGD(layer.parameters(), rate);
var (step, steps) = (0, trainer.state.max_steps);
foreach (var rows in Enumerable.Range(0, Input<int>("epochs")).SelectMany(_ => Enumerable.Range(0, y.Length).Chunk(batch * accumulation)))
{
    optimizer.zero_grad();
    foreach (var part in rows.Chunk(batch))
    {
        var features = tensor(part.SelectMany(row => x[row]).ToArray()).reshape(part.Length, 384);
        (nn.functional.cross_entropy(layer.forward(features), tensor(part.Select(row => y[row]).ToArray())) * part.Length / rows.Length).backward();
    }

    optimizer.ParamGroups.First().LearningRate = rate * (double)(steps - step) / steps; // falls from the first step on
    optimizer.step();
    step++;
}

Observe("weight by loop", layer.weight);
Observe("bias by loop", layer.bias);

// One Trainer ends half way, and a new one with a new model goes on from its checkpoint.
var inTwo = arguments with { save_strategy = IntervalStrategy.steps, save_steps = stop };
Train(inTwo, new StopAt(stop));
Observe("weight after resuming", Layer(Train(inTwo with { save_strategy = IntervalStrategy.no }, resume: true)).weight);
Directory.Delete(folder, recursive: true);

Trainer Train(TrainingArguments its, TrainerCallback? callback = null, bool resume = false)
{
    var trainer = new Trainer(NewModel(), its, examples, heldOut, new DefaultDataCollator(), callbacks: callback is null ? [] : [callback]);
    trainer.train(resume_from_checkpoint: resume);
    return trainer;
}

LinearProbe NewModel()
{
    var (classes, model) = (Input<int>("classes"), new LinearProbe(features: 384, num_labels: Input<int>("classes")));
    using var unrecorded = no_grad();
    model.linear.weight!.copy_(tensor(Input<float[]>("weight")).reshape(classes, 384));
    model.linear.bias!.copy_(tensor(Input<float[]>("bias")));
    return model;
}

float[][] Vectors(string name) => [.. encoder.call(Input<string[]>(name)).Select(answer => answer[0].embedding!)];

static Linear Layer(Trainer trainer) => ((LinearProbe)trainer.model).linear;

static List<Dictionary<string, object>> Examples(float[][] x, long[] y) => [.. x.Zip(y, (row, its) => new Dictionary<string, object> { ["features"] = row, ["labels"] = its })];

internal sealed class StopAt(int step) : TrainerCallback
{
    public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control) => control.should_training_stop = state.global_step == step;
}
