using System.Diagnostics;
using HitSongs.Transformers.Training;
using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <content>The loop.</content>
public partial class Trainer
{
    /// <summary>Trains from the beginning.</summary>
    /// <exception cref="ArgumentException">There is no train_dataset.</exception>
    public TrainOutput train() => Train(null);

    /// <param name="resume_from_checkpoint">Go on from the last complete checkpoint in output_dir, and from the beginning when there is none.</param>
    /// <inheritdoc cref="train(string)"/>
    public TrainOutput train(bool resume_from_checkpoint) =>
        Train(resume_from_checkpoint && CheckpointFolder.All(args.output_dir) is [.., var (_, last)] ? last : null);

    /// <summary>
    /// Goes on from a checkpoint, to the same weights, bit for bit, as if the training had never stopped: with the same arguments, examples
    /// and number of threads, on the same machine.
    /// </summary>
    /// <param name="resume_from_checkpoint">A folder checkpoint-N.</param>
    /// <exception cref="ArgumentException">There is no train_dataset.</exception>
    /// <exception cref="InvalidInputException">The folder is no checkpoint, or one of another model.</exception>
    public TrainOutput train(string resume_from_checkpoint)
    {
        ArgumentNullException.ThrowIfNull(resume_from_checkpoint);
        return Train(resume_from_checkpoint);
    }

    private TrainOutput Train(string? checkpoint)
    {
        if (trainExamples is not { Count: > 0 } examples) throw new ArgumentException("there is no train_dataset");
        using var optimizers = new Optimizers(model, args);
        var rounds = new Rounds(examples.Count, args);
        Begin(checkpoint, optimizers, rounds);
        var (clock, before) = (Stopwatch.StartNew(), state.global_step);
        Tell(callback => callback.on_train_begin(args, state, control));
        model.train();
        while (state.global_step < state.max_steps && !control.should_training_stop) Round(rounds, examples, optimizers);
        model.eval();
        if (args.load_best_model_at_end && state.best_model_checkpoint is { } best) CheckpointFolder.LoadWeights(best, model);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["train_runtime"] = clock.Elapsed.TotalSeconds,
            ["train_steps_per_second"] = (state.global_step - before) / Math.Max(clock.Elapsed.TotalSeconds, 1e-9),
            ["train_loss"] = state.total_loss / Math.Max(1, state.global_step),
        };
        Log(metrics);
        Tell(callback => callback.on_train_end(args, state, control));
        return new TrainOutput(state.global_step, metrics["train_loss"], metrics);
    }

    private void Begin(string? checkpoint, Optimizers optimizers, Rounds rounds)
    {
        control.should_training_stop = false;
        if (checkpoint is null)
        {
            state = new TrainerState();
            manual_seed(args.seed);
        }
        else
        {
            state = CheckpointFolder.Load(checkpoint, model, optimizers);
            foreach (var callback in callbacks) if (state.stateful_callbacks.TryGetValue(callback.GetType().Name, out var memory)) callback.load_state(memory);
        }
        state.max_steps = rounds.TotalSteps;
    }

    // From where the training is to the end of the round, or of the training.
    private void Round(Rounds rounds, IReadOnlyList<IReadOnlyDictionary<string, object>> examples, Optimizers optimizers)
    {
        var round = state.global_step / rounds.StepsPerRound;
        Tell(callback => callback.on_epoch_begin(args, state, control));
        var order = rounds.Checked(get_train_sampler(examples.Count, round));
        for (var step = state.global_step % rounds.StepsPerRound; step < rounds.StepsPerRound; step++)
        {
            var loss = Step(rounds.Batches(order, step), examples, optimizers);
            state.global_step++;
            state.epoch = round + ((step + 1.0) / rounds.StepsPerRound);
            state.running_loss += loss;
            state.running_steps++;
            state.total_loss += loss;
            var ended = step + 1 == rounds.StepsPerRound;
            Tell(callback => callback.on_step_end(args, state, control));
            if (ended) Tell(callback => callback.on_epoch_end(args, state, control));
            AfterStep(ended, optimizers);
            if (state.global_step >= state.max_steps || control.should_training_stop) return;
        }
    }

    private double Step(IReadOnlyList<int[]> batches, IReadOnlyList<IReadOnlyDictionary<string, object>> examples, Optimizers optimizers)
    {
        using var scope = NewDisposeScope();
        optimizers.ZeroGradients();
        var sum = 0.0;
        foreach (var batch in batches)
        {
            using var inner = NewDisposeScope();
            var output = model.call(collator.call(Array.ConvertAll(batch, index => examples[index])));
            var loss = output.loss ?? throw new ArgumentException($"{model.GetName()} computed no loss: the examples have no labels");
            sum += loss.item<float>();
            (batches.Count == 1 ? loss : loss / batches.Count).backward();
        }
        if (args.max_grad_norm > 0) nn.utils.clip_grad_norm_(model.parameters(), args.max_grad_norm);
        optimizers.Step(LearningRate.At(state.global_step, state.max_steps, args));
        return sum / batches.Count;
    }

    private void AfterStep(bool roundEnded, Optimizers optimizers)
    {
        bool Due(IntervalStrategy strategy, int steps) => strategy switch
        {
            IntervalStrategy.steps => state.global_step % steps == 0,
            IntervalStrategy.epoch => roundEnded,
            _ => false,
        };
        var save = Due(args.save_strategy, args.save_steps) || control.should_save;
        if (control.should_log || state.global_step % args.logging_steps == 0) LogLoss();
        if (control.should_evaluate || Due(args.eval_strategy, args.EvalSteps)) save |= Judge(evaluate());
        (control.should_log, control.should_evaluate, control.should_save) = (false, false, false);
        if (save) Save(optimizers);
    }

    private void LogLoss()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["loss"] = state.running_loss / Math.Max(1, state.running_steps),
            ["learning_rate"] = LearningRate.At(state.global_step - 1, state.max_steps, args),
        };
        (state.running_loss, state.running_steps) = (0, 0);
        Log(values);
    }

    // Notes the metric when it is the best so far. Its checkpoint is the one of the same step, which is written next if it is due.
    private bool Judge(IReadOnlyDictionary<string, double> metrics)
    {
        if (!metrics.TryGetValue(args.Metric, out var metric))
        {
            if (!args.load_best_model_at_end) return false;
            throw new ArgumentException($"metric_for_best_model is '{args.Metric}', evaluations give {string.Join(", ", metrics.Keys)}");
        }
        if (state.best_metric is { } best && (args.GreaterIsBetter ? metric <= best : metric >= best)) return false;
        state.best_metric = metric;
        if (!args.load_best_model_at_end) return false;
        state.best_model_checkpoint = CheckpointFolder.PathOf(args.output_dir, state.global_step);
        return true;
    }

    private void Save(Optimizers optimizers)
    {
        foreach (var callback in callbacks) if (callback.state() is { } memory) state.stateful_callbacks[callback.GetType().Name] = memory;
        CheckpointFolder.Save(args.output_dir, model, optimizers, state);
        CheckpointFolder.Limit(args.output_dir, args.save_total_limit, args.load_best_model_at_end ? state.best_model_checkpoint : null);
        Tell(callback => callback.on_save(args, state, control));
    }

    private void Tell(Action<TrainerCallback> what)
    {
        foreach (var callback in callbacks) what(callback);
    }
}
