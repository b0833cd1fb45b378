// Seen here: the Trainer and a loop by hand reach the same weights; the Trainer also logs, evaluates, and goes on from a checkpoint.
using HitSongs.Transformers;
using static HitSongs.Demonstrations.Demonstration;
using static HitSongs.Transformers.pipelines;
using static TorchSharp.torch;

// What is trained is a linear layer on sentence vectors of a pretrained encoder, which are computed once.
using var encoder = pipeline("sentence-similarity", Input<string>("pretrained"));
var (examples, heldOut, collator) = (Examples("sentences", "y"), Examples("heldOut", "yHeldOut"), new DefaultDataCollator());
var (rate, batch, accumulation, warmup) = (Input<double>("rate"), Input<int>("batch"), Input<int>("accumulation"), Input<int>("warmup"));
var folder = Directory.CreateTempSubdirectory("training-").FullName;

// The Trainer. What it does unasked is set as the loop below does it: AdamW, clipping and an order by chance.
var arguments = new TrainingArguments(folder)
{
    num_train_epochs = Input<int>("epochs"), per_device_train_batch_size = batch, gradient_accumulation_steps = accumulation,
    optim = OptimizerNames.sgd, learning_rate = rate, lr_scheduler_type = SchedulerType.linear, warmup_steps = warmup, max_grad_norm = 0,
    train_sampling_strategy = SamplingStrategy.sequential, logging_steps = 1, eval_strategy = IntervalStrategy.epoch,
    save_strategy = IntervalStrategy.steps, save_steps = Input<int>("stop"),
};
var (trained, state) = Train(arguments);
Observe("weight by trainer", trained.linear.weight);
Observe("bias by trainer", trained.linear.bias);
foreach (var (name, key) in new[] { ("logged rates", "learning_rate"), ("logged losses", "loss"), ("evaluation losses", "eval_loss") })
    Observe(name, state.log_history.Where(line => line.ContainsKey(key)).Select(line => line[key]).ToArray());

// The same in a loop. Parts of a step add up to the gradient of its mean loss.
var model = NewModel();
var optimizer = optim.SGD(model.parameters(), rate);
foreach (var (step, rows) in Enumerable.Range(0, Input<int>("epochs")).SelectMany(_ => examples.Chunk(batch * accumulation)).Index())
{
    optimizer.zero_grad();
    foreach (var part in rows.Chunk(batch)) (model.call(collator.call(part)).loss! * part.Length / rows.Length).backward();
    optimizer.ParamGroups.First().LearningRate = rate * Math.Min((double)step / warmup, (double)(state.max_steps - step) / (state.max_steps - warmup));
    optimizer.step();
}

Observe("weight by loop", model.linear.weight);
Observe("bias by loop", model.linear.bias);

// The Trainer left checkpoints: a new one with a new model goes on from the one after `stop` steps.
Observe("weight after resuming", Train(arguments, from: $"{folder}/checkpoint-{Input<int>("stop")}").Model.linear.weight);
Directory.Delete(folder, recursive: true);

(LinearProbe Model, TrainerState State) Train(TrainingArguments its, string? from = null)
{
    var trainer = new Trainer(NewModel(), its, examples, heldOut, collator);
    _ = from is null ? trainer.train() : trainer.train(from);
    return ((LinearProbe)trainer.model, trainer.state);
}

LinearProbe NewModel() => new(features: 384, num_labels: Input<int>("classes"))
{
    linear = { weight = nn.Parameter(tensor(Input<float[]>("weight")).reshape(-1, 384)), bias = nn.Parameter(tensor(Input<float[]>("bias"))) },
};

List<Dictionary<string, object>> Examples(string texts, string labels) => [.. encoder.call(Input<string[]>(texts)).Zip(Input<long[]>(labels),
    (answer, label) => new Dictionary<string, object> { ["features"] = answer[0].embedding!, ["labels"] = label })];
