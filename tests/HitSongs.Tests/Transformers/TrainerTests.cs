using HitSongs.Transformers;
using HitSongs.Transformers.Training;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>A tiny BERT learns whether a text has the token 7 in it.</summary>
public sealed class TrainerTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, object>> examples = Examples(44, 1);
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, object>> others = Examples(24, 2);
    private string folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("training-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    private TrainingArguments Arguments => ArgumentsFor(folder);

    internal static TrainingArguments ArgumentsFor(string folder) => new(folder)
    {
        per_device_train_batch_size = 8,
        learning_rate = 2e-3,
        max_steps = 20,
        save_strategy = IntervalStrategy.no,
        logging_steps = 4,
        disable_tqdm = true,
    };

    [Test]
    public void Training_lowers_the_loss_and_what_is_predicted_is_right()
    {
        var trainer = NewTrainer(Arguments with { max_steps = 150, lr_scheduler_type = SchedulerType.cosine, warmup_ratio = 0.1, weight_decay = 0.01 });
        var before = trainer.evaluate()["eval_loss"];
        var output = trainer.train();
        var after = trainer.evaluate();
        Assert.That(output.global_step, Is.EqualTo(150));
        Assert.That(after["eval_loss"], Is.LessThan(before / 2));
        Assert.That(after["eval_accuracy"], Is.GreaterThan(0.9));
        var predicted = trainer.predict(others);
        Assert.That(predicted.predictions.shape, Is.EqualTo(new long[] { 24, 2 }));
        Assert.That(predicted.metrics["test_accuracy"], Is.EqualTo(after["eval_accuracy"]));
        Assert.That(predicted.label_ids!.data<long>().ToArray(), Is.EqualTo(others.Select(example => (long)(int)example["labels"])));
    }

    // Bit for bit: weights, optimizer, schedule, dropout's random numbers and the order of the examples go on where they were. Steps 10 and
    // 12 lie within and at the end of a round of six steps (44 examples in batches of 8).
    [TestCase(10, 1)]
    [TestCase(12, 1)]
    [TestCase(7, 3)]
    public void Twenty_steps_at_once_and_in_two_parts_give_the_same_weights_and_log(int stop, int accumulation)
    {
        set_num_threads(1);
        var arguments = Arguments with
        {
            save_strategy = IntervalStrategy.steps,
            save_steps = stop,
            gradient_accumulation_steps = accumulation,
            eval_strategy = IntervalStrategy.steps,
            eval_steps = 5,
            warmup_steps = 3,
        };
        var whole = NewTrainer(arguments);
        whole.train();
        var first = NewTrainer(arguments with { output_dir = Path.Combine(folder, "parts") }, new StopAt(stop));
        first.train();
        Assert.That(first.state.global_step, Is.EqualTo(stop));
        _ = rand(1000);
        var second = NewTrainer(arguments with { output_dir = Path.Combine(folder, "parts") });
        second.train(resume_from_checkpoint: true);
        Assert.That(Bytes(second.model), Is.EqualTo(Bytes(whole.model)));
        Assert.That(Losses(second), Is.EqualTo(Losses(whole)));
        Assert.That(second.state.total_loss, Is.EqualTo(whole.state.total_loss));
        Assert.That(Bytes(first.model), Is.Not.EqualTo(Bytes(whole.model)));
    }

    [Test]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        set_num_threads(1);
        byte[][] Train(long seed)
        {
            var trainer = NewTrainer(Arguments with { seed = seed, max_steps = 5 });
            trainer.train();
            return Bytes(trainer.model);
        }
        var (first, again) = (Train(1), Train(1));
        Assert.That(again, Is.EqualTo(first));
        Assert.That(Train(2), Is.Not.EqualTo(first));
    }

    [Test]
    public void A_checkpoint_that_was_not_finished_is_passed_over()
    {
        var arguments = Arguments with { save_strategy = IntervalStrategy.steps, save_steps = 5, max_steps = 10 };
        NewTrainer(arguments).train();
        // What a process killed while it wrote, and one killed by an older version, would leave.
        var cut = Directory.CreateDirectory(Path.Combine(folder, "unfinished-checkpoint-15")).FullName;
        File.WriteAllBytes(Path.Combine(cut, "model.safetensors"), [1, 2, 3]);
        Directory.CreateDirectory(Path.Combine(folder, "checkpoint-15"));
        var seen = new Watcher();
        var trainer = NewTrainer(arguments with { max_steps = 15 }, seen);
        trainer.train(resume_from_checkpoint: true);
        Assert.That(seen.Begun, Is.EqualTo(10));
        Assert.That(CheckpointFolder.All(folder).Select(entry => entry.step), Is.EqualTo(new[] { 5, 10, 15 }));
        Assert.That(Directory.GetDirectories(folder, "unfinished*"), Is.Empty);
    }

    [Test]
    public void A_checkpoint_whose_writing_fails_leaves_none()
    {
        var trainer = NewTrainer(Arguments with { save_strategy = IntervalStrategy.steps, save_steps = 4 }, new Failing());
        Assert.That(() => trainer.train(), Throws.TypeOf<NotSupportedException>());
        Assert.That(CheckpointFolder.All(folder), Is.Empty);
    }

    [Test]
    public void A_folder_that_is_no_checkpoint_or_of_another_model_is_one_clear_error()
    {
        NewTrainer(Arguments with { save_strategy = IntervalStrategy.steps, save_steps = 5, max_steps = 5 }).train();
        var checkpoint = CheckpointFolder.PathOf(folder, 5);
        using var larger = new BertForSequenceClassification(Config with { hidden_size = 24 });
        Assert.That(
            () => new Trainer(larger, Arguments, examples).train(checkpoint),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains("another model")
        );
        Assert.That(() => NewTrainer(Arguments).train(folder), Throws.TypeOf<InvalidInputException>().With.Message.Contains("no checkpoint"));
        File.WriteAllText(Path.Combine(checkpoint, "trainer_state.json"), "{");
        Assert.That(() => NewTrainer(Arguments).train(checkpoint), Throws.TypeOf<InvalidInputException>().With.Message.Contains("cannot be read"));
    }

    [Test]
    public void Only_so_many_checkpoints_are_kept_and_the_best_is_loaded_at_the_end()
    {
        var arguments = Arguments with
        {
            save_strategy = IntervalStrategy.steps,
            save_steps = 4,
            eval_strategy = IntervalStrategy.steps,
            eval_steps = 4,
            save_total_limit = 2,
            load_best_model_at_end = true,
            metric_for_best_model = "chosen",
        };
        // The third of five evaluations is the best.
        var metric = new Queue<double>([1, 2, 9, 3, 4]);
        var weights = new List<byte[][]>();
        Trainer trainer = null!;
        trainer = new Trainer(NewModel(), arguments, examples, others, compute_metrics: _ =>
        {
            weights.Add(Bytes(trainer.model));
            return new Dictionary<string, double> { ["chosen"] = metric.Dequeue() };
        });
        trainer.train();
        Assert.That(trainer.state.best_metric, Is.EqualTo(9));
        Assert.That(CheckpointFolder.All(folder).Select(entry => entry.step), Is.EqualTo(new[] { 12, 20 }));
        Assert.That(Bytes(trainer.model), Is.EqualTo(weights[2]).And.Not.EqualTo(weights[4]));
    }

    [Test]
    public void Training_stops_when_the_metric_no_longer_becomes_better()
    {
        var metric = new Queue<double>([5, 4, 6, 6, 5, 1]);
        var arguments = Arguments with { eval_strategy = IntervalStrategy.steps, eval_steps = 2, metric_for_best_model = "chosen" };
        var trainer = new Trainer(
            NewModel(),
            arguments,
            examples,
            others,
            compute_metrics: _ => new Dictionary<string, double> { ["chosen"] = metric.Dequeue() },
            callbacks: [new EarlyStoppingCallback(early_stopping_patience: 2)]
        );
        trainer.train();
        Assert.That(trainer.state.global_step, Is.EqualTo(10), "after the evaluations of 5, 4, 6 (better), 6 and 5");
    }

    [Test]
    public void What_an_early_stop_has_waited_outlives_a_checkpoint()
    {
        var callback = new EarlyStoppingCallback(3);
        var (control, metrics) = (new TrainerControl(), new Dictionary<string, double> { ["eval_loss"] = 1 });
        for (var i = 0; i < 3; i++) callback.on_evaluate(Arguments, new TrainerState(), control, metrics);
        var again = new EarlyStoppingCallback(3);
        again.load_state(callback.state());
        Assert.That(control.should_training_stop, Is.False);
        again.on_evaluate(Arguments, new TrainerState(), control, metrics);
        Assert.That(control.should_training_stop, Is.True);
    }

    // Of 100 steps, 10 to warm up; the values are those of Python's get_scheduler.
    [TestCase(SchedulerType.linear, 0, 0.0)]
    [TestCase(SchedulerType.linear, 5, 0.5)]
    [TestCase(SchedulerType.linear, 10, 1.0)]
    [TestCase(SchedulerType.linear, 55, 0.5)]
    [TestCase(SchedulerType.linear, 100, 0.0)]
    [TestCase(SchedulerType.cosine, 5, 0.5)]
    [TestCase(SchedulerType.cosine, 55, 0.5)]
    [TestCase(SchedulerType.cosine, 40, 0.75)]
    [TestCase(SchedulerType.constant_with_warmup, 5, 0.5)]
    [TestCase(SchedulerType.constant_with_warmup, 99, 1.0)]
    [TestCase(SchedulerType.constant, 0, 1.0)]
    public void The_learning_rate_follows_its_schedule(SchedulerType schedule, int step, double share)
    {
        var arguments = Arguments with { learning_rate = 3, lr_scheduler_type = schedule, warmup_ratio = 0.1 };
        Assert.That(LearningRate.At(step, 100, arguments), Is.EqualTo(3 * share).Within(1e-12));
        Assert.That(LearningRate.At(step, 100, arguments with { warmup_ratio = 0, warmup_steps = 10 }), Is.EqualTo(3 * share).Within(1e-12));
    }

    [Test]
    public void Weights_are_pulled_to_zero_but_offsets_and_normalizations_are_not()
    {
        // With a learning rate of 0.1, a decay of 1 and no gradients but zeros: one step takes a tenth off.
        using var model = NewModel();
        foreach (var parameter in model.parameters())
            using (no_grad())
                parameter.fill_(1);
        var trainer = new Trainer(
            model,
            Arguments with
            {
                max_steps = 1,
                learning_rate = 0.1,
                weight_decay = 1,
                lr_scheduler_type = SchedulerType.constant,
                max_grad_norm = 0,
            },
            examples
        );
        trainer.train();
        // Rows of words and places that do not occur have a gradient of zero: only the decay moves them.
        Assert.That(model.get_parameter("bert.embeddings.position_embeddings.weight")![11, 0].item<float>(), Is.EqualTo(0.9f).Within(1e-6));
        // Every position is of segment 0, and all the model's outputs are alike, so that nothing depends on an offset of the keys.
        Assert.That(
            model.get_parameter("bert.encoder.layer.0.attention.self.key.bias")!.sub(1).abs().max().item<float>(),
            Is.LessThan(0.11),
            "at most Adam's step, no decay of 0.1 on top"
        );
    }

    [Test]
    public void Gradients_of_several_batches_are_those_of_one_large_one()
    {
        set_num_threads(1);
        var still = Config with { hidden_dropout_prob = 0, attention_probs_dropout_prob = 0 };
        Dictionary<string, Tensor> Train(int batch, int accumulation)
        {
            manual_seed(3);
            var trainer = new Trainer(
                new BertForSequenceClassification(still),
                Arguments with
                {
                    per_device_train_batch_size = batch,
                    gradient_accumulation_steps = accumulation,
                    max_steps = 3,
                },
                [.. examples.Take(40)]
            );
            trainer.train();
            return trainer.model.state_dict();
        }
        var (one, several) = (Train(8, 1), Train(2, 4));
        // Sums in another order: 32-bit rounding, which three steps of Adam enlarge.
        foreach (var (name, tensor) in one) Assert.That((several[name] - tensor).abs().max().item<float>(), Is.LessThan(1e-3), name);
    }

    [Test]
    public void Every_round_has_every_example_once_and_another_order()
    {
        var rounds = new Rounds(
            10,
            Arguments with
            {
                per_device_train_batch_size = 3,
                gradient_accumulation_steps = 2,
                max_steps = -1,
                num_train_epochs = 2.5,
            }
        );
        Assert.That((rounds.StepsPerRound, rounds.TotalSteps), Is.EqualTo((2, 5)));
        var (first, second) = (Rounds.RandomOrder(10, 42, 0), Rounds.RandomOrder(10, 42, 1));
        Assert.That(first, Is.EquivalentTo(Enumerable.Range(0, 10)).And.Not.EqualTo(second));
        Assert.That(Enumerable.Range(0, 2).SelectMany(step => rounds.Batches(first, step)).SelectMany(batch => batch), Is.EqualTo(first));
        Assert.That(rounds.Batches(first, 1).Select(batch => batch.Length), Is.EqualTo(new[] { 3, 1 }));
    }

    // y = w·x with a squared error: the gradient of one example is 2x(wx − y), worked out by hand. Rates rise from 0 to 0.1 in two steps and fall to 0 in
    // two more.
    [Test]
    public void A_model_of_ones_own_is_trained_by_plain_descent_in_the_order_that_was_asked_for()
    {
        (float x, float y)[] data = [(1, 2), (2, -1)];
        int[][] order = [[1, 0], [0, 1]];
        using var model = new Slope();
        var trainer = new InOrder(
            order,
            model,
            Arguments with
            {
                per_device_train_batch_size = 1,
                num_train_epochs = 2,
                max_steps = -1,
                warmup_steps = 2,
                optim = OptimizerNames.sgd,
                learning_rate = 0.1,
                max_grad_norm = 0,
                logging_steps = 1,
            },
            data
        );
        trainer.train();
        double[] rates = [0, 0.05, 0.1, 0.05];
        var (w, losses) = (0.5, new List<double>());
        foreach (var ((x, y), rate) in order.SelectMany(round => round).Select(i => data[i]).Zip(rates))
        {
            losses.Add(((w * x) - y) * ((w * x) - y));
            w -= rate * 2 * x * ((w * x) - y);
        }
        double[] Logged(string name) => [.. trainer.state.log_history.Where(line => line.ContainsKey(name)).Select(line => line[name])];
        Assert.That(model.Weight.item<float>(), Is.EqualTo(w).Within(1e-5), "single precision");
        Assert.That(Logged("learning_rate"), Is.EqualTo(rates).Within(1e-12), "the rates that the steps were made with");
        Assert.That(Logged("loss"), Is.EqualTo(losses).Within(1e-4), "single precision");
        var wrong = new InOrder([[0, 2]], model, Arguments, data);
        Assert.That(() => wrong.train(), Throws.ArgumentException.With.Message.Contains("order of a round"));
    }

    [Test]
    public void Arguments_that_cannot_be_are_refused()
    {
        void Refused(Func<TrainingArguments, TrainingArguments> change, string problem) =>
            Assert.That(() => NewTrainer(change(Arguments)), Throws.ArgumentException.With.Message.Contains(problem));
        Assert.Multiple(() =>
        {
            Refused(a => a with { max_steps = -1, num_train_epochs = 0 }, "num_train_epochs");
            Refused(a => a with { per_device_train_batch_size = 0 }, "1 example");
            Refused(a => a with { learning_rate = double.NaN }, "learning_rate");
            Refused(a => a with { warmup_ratio = 1.5 }, "warmup_ratio");
            Refused(a => a with { load_best_model_at_end = true }, "same eval_strategy and save_strategy");
            Assert.That(() => new Trainer(NewModel(), Arguments).train(), Throws.ArgumentException.With.Message.Contains("train_dataset"));
            Assert.That(
                () => new Trainer(NewModel(), Arguments with { eval_strategy = IntervalStrategy.epoch }, examples),
                Throws.ArgumentException.With.Message.Contains("eval_dataset")
            );
            Assert.That(
                () =>
                    NewTrainer(
                            Arguments with
                            {
                                metric_for_best_model = "nothing",
                                eval_strategy = IntervalStrategy.epoch,
                                save_strategy = IntervalStrategy.epoch,
                                load_best_model_at_end = true,
                            }
                        )
                        .train(),
                Throws.ArgumentException.With.Message.Contains("eval_nothing")
            );
        });
    }

    [Test]
    public void Progress_is_one_line_written_over_and_over()
    {
        using var text = new StringWriter();
        var trainer = NewTrainer(Arguments, new ProgressCallback(text));
        trainer.train();
        var last = text.ToString().TrimEnd().Split('\r')[^1];
        Assert.That(last, Does.StartWith("20/20 (100 %)").And.Contain("loss 0.").And.Contain("steps/s"));
        Assert.That(text.ToString().Count(c => c == '\n'), Is.EqualTo(1));
    }

    internal static IReadOnlyList<IReadOnlyDictionary<string, object>> Examples(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var ids = Enumerable.Range(0, random.Next(4, 9)).Select(_ => random.Next(8, 20)).Prepend(2).ToArray();
            if (i % 2 == 0) ids[random.Next(1, ids.Length)] = 7;
            return (IReadOnlyDictionary<string, object>)new Dictionary<string, object> { ["input_ids"] = ids, ["labels"] = i % 2 == 0 ? 1 : 0 };
        })];
    }

    private static BertConfig Config =>
        new()
        {
            vocab_size = 20,
            hidden_size = 16,
            num_hidden_layers = 1,
            num_attention_heads = 2,
            intermediate_size = 32,
            max_position_embeddings = 12,
        };

    private static BertForSequenceClassification NewModel()
    {
        manual_seed(0);
        return new BertForSequenceClassification(Config);
    }

    internal static Trainer NewTrainer(TrainingArguments arguments, params TrainerCallback[] callbacks) =>
        new(NewModel(), arguments, examples, others, compute_metrics: Accuracy, callbacks: callbacks);

    private static Dictionary<string, double> Accuracy(EvalPrediction of)
    {
        using var scope = NewDisposeScope();
        return new() { ["accuracy"] = of.predictions.argmax(-1).eq(of.label_ids!).to(ScalarType.Float64).mean().item<double>() };
    }

    internal static byte[][] Bytes(PreTrainedModel model) => [.. model.parameters().Select(parameter => parameter.bytes.ToArray())];

    internal static double[] Losses(Trainer trainer) =>
        [
            .. trainer
                .state.log_history.SelectMany(line => line)
                .Where(entry => entry.Key is "loss" or "eval_loss" or "learning_rate" or "train_loss")
                .Select(entry => entry.Value),
        ];

    private sealed record SlopeConfig : PretrainedConfig
    {
        public override string model_type => "slope";
    }

    private sealed class Slope : PreTrainedModel
    {
        public Slope()
            : base(new SlopeConfig(), nameof(Slope))
        {
            Weight = nn.Parameter(tensor(0.5f));
            RegisterComponents();
        }

        public TorchSharp.Modules.Parameter Weight { get; }

        public override ModelOutput call(IReadOnlyDictionary<string, Tensor> batch)
        {
            var said = batch["x"] * Weight;
            return new SequenceClassifierOutput(said) { loss = nn.functional.mse_loss(said, batch["labels"]) };
        }
    }

    private sealed class InOrder(int[][] order, Slope model, TrainingArguments args, (float x, float y)[] data)
        : Trainer(
            model,
            args,
            [.. data.Select(row => new Dictionary<string, object> { ["x"] = row.x, ["labels"] = row.y })],
            data_collator: new DefaultDataCollator()
        )
    {
        protected override IReadOnlyList<int> get_train_sampler(int count, int epoch) => order[epoch];
    }

    private sealed class StopAt(int step) : TrainerCallback
    {
        public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control) =>
            control.should_training_stop = state.global_step >= step;
    }

    private sealed class Watcher : TrainerCallback
    {
        public int? Begun { get; private set; }

        public override void on_train_begin(TrainingArguments args, TrainerState state, TrainerControl control) => Begun = state.global_step;
    }

    // What it remembers cannot be written, so that writing ends in the middle.
    private sealed class Failing : TrainerCallback
    {
        public override System.Text.Json.Nodes.JsonNode? state() => System.Text.Json.Nodes.JsonValue.Create(new NoJson());

        private sealed class NoJson
        {
            public nint Number => throw new NotSupportedException("no number");
        }
    }
}
