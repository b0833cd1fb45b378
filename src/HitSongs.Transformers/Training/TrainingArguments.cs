namespace HitSongs.Transformers;

/// <summary>When something is done during training.</summary>
public enum IntervalStrategy
{
    no,
    steps,
    epoch,
}

/// <summary>Learning rate schedule after warming up.</summary>
public enum SchedulerType
{
    /// <summary>Down to 0 in a straight line.</summary>
    linear,

    /// <summary>Down to 0 in half a wave.</summary>
    cosine,

    /// <summary>The same all the time, without warming up.</summary>
    constant,

    /// <summary>The same all the time.</summary>
    constant_with_warmup,
}

/// <summary>By what rule the weights move.</summary>
public enum OptimizerNames
{
    adamw_torch,

    /// <summary>Against the gradient, without momentum.</summary>
    sgd,
}

/// <summary>In which order a round goes through the examples.</summary>
public enum SamplingStrategy
{
    /// <summary>By chance: another order in each round, which follows from the seed.</summary>
    random,

    /// <summary>As they are given.</summary>
    sequential,
}

/// <summary>Settings of a training.</summary>
/// <param name="output_dir">Where checkpoints and the model go.</param>
public sealed record TrainingArguments(string output_dir)
{
    /// <summary>Number of epochs; a part of one is allowed.</summary>
    public double num_train_epochs { get; init; } = 3;

    /// <summary>Number of steps, instead of epochs; −1 for epochs.</summary>
    public int max_steps { get; init; } = -1;

    public int per_device_train_batch_size { get; init; } = 8;

    public int per_device_eval_batch_size { get; init; } = 8;

    public SamplingStrategy train_sampling_strategy { get; init; }

    /// <summary>Number of batches in one step.</summary>
    public int gradient_accumulation_steps { get; init; } = 1;

    public double learning_rate { get; init; } = 5e-5;

    public OptimizerNames optim { get; init; }

    /// <summary>Weight decay of matrices; offsets and normalizations have none.</summary>
    public double weight_decay { get; init; }

    public double adam_beta1 { get; init; } = 0.9;

    public double adam_beta2 { get; init; } = 0.999;

    public double adam_epsilon { get; init; } = 1e-8;

    /// <summary>Maximum norm of all gradients together; 0 for no limit.</summary>
    public double max_grad_norm { get; init; } = 1;

    public SchedulerType lr_scheduler_type { get; init; }

    /// <summary>The steps in which the learning rate rises from 0.</summary>
    public int warmup_steps { get; init; }

    /// <summary>The same as a share of all steps, where warmup_steps is 0.</summary>
    public double warmup_ratio { get; init; }

    public IntervalStrategy eval_strategy { get; init; }

    /// <summary>Evaluate after so many steps; logging_steps when null.</summary>
    public int? eval_steps { get; init; }

    public IntervalStrategy save_strategy { get; init; } = IntervalStrategy.steps;

    public int save_steps { get; init; } = 500;

    /// <summary>Maximum number of checkpoints kept; the best one always is when it is to be loaded at the end.</summary>
    public int? save_total_limit { get; init; }

    public int logging_steps { get; init; } = 500;

    public bool load_best_model_at_end { get; init; }

    /// <summary>A metric of evaluate, with or without "eval_"; the loss when null.</summary>
    public string? metric_for_best_model { get; init; }

    /// <summary>Whether more is better; when null it is, but for metrics that end in "loss".</summary>
    public bool? greater_is_better { get; init; }

    /// <summary>Seed of the order of the examples and of everything random.</summary>
    public long seed { get; init; } = 42;

    /// <summary>Show no progress, also on a terminal.</summary>
    public bool disable_tqdm { get; init; }

    internal string Metric => metric_for_best_model is { } name ? name.StartsWith("eval_", StringComparison.Ordinal) ? name : "eval_" + name : "eval_loss";

    internal bool GreaterIsBetter => greater_is_better ?? !Metric.EndsWith("loss", StringComparison.Ordinal);

    internal int EvalSteps => eval_steps ?? logging_steps;

    /// <exception cref="ArgumentException">A number is out of its range, or two arguments do not go together.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(output_dir);
        Refuse(max_steps < 1 && num_train_epochs is not (> 0 and < 1e9), $"num_train_epochs is {num_train_epochs}, it must be above 0");
        Refuse(per_device_train_batch_size < 1 || per_device_eval_batch_size < 1, "a batch has 1 example or more");
        Refuse(gradient_accumulation_steps < 1, $"gradient_accumulation_steps is {gradient_accumulation_steps}, it must be 1 or more");
        Refuse(learning_rate is not (>= 0 and < double.PositiveInfinity), $"learning_rate is {learning_rate}, it must be 0 or more");
        Refuse(max_grad_norm is not >= 0, $"max_grad_norm is {max_grad_norm}, it must be 0 or more");
        Refuse(warmup_steps < 0 || warmup_ratio is not (>= 0 and <= 1), "warmup_steps must be 0 or more, warmup_ratio from 0 to 1");
        Refuse(save_steps < 1 || logging_steps < 1 || eval_steps < 1, "save_steps, eval_steps and logging_steps must be 1 or more");
        Refuse(save_total_limit < 1, $"save_total_limit is {save_total_limit}, it must be 1 or more");
        if (!load_best_model_at_end)
            return;
        Refuse(
            eval_strategy == IntervalStrategy.no || eval_strategy != save_strategy,
            "load_best_model_at_end needs the same eval_strategy and save_strategy, and not 'no'"
        );
        Refuse(
            eval_strategy == IntervalStrategy.steps && save_steps % EvalSteps != 0,
            $"load_best_model_at_end needs save_steps ({save_steps}) to be a multiple of eval_steps ({EvalSteps})"
        );
    }

    private static void Refuse(bool wrong, string problem)
    {
        if (wrong) throw new ArgumentException(problem);
    }
}
