using System.Text.Json.Nodes;

namespace HitSongs.Transformers;

/// <summary>Is told what happens during training, and may ask for more through the control.</summary>
public abstract class TrainerCallback
{
    public virtual void on_train_begin(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    public virtual void on_epoch_begin(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    public virtual void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    public virtual void on_log(TrainingArguments args, TrainerState state, TrainerControl control, IReadOnlyDictionary<string, double> logs)
    {
    }

    public virtual void on_evaluate(TrainingArguments args, TrainerState state, TrainerControl control, IReadOnlyDictionary<string, double> metrics)
    {
    }

    public virtual void on_save(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    public virtual void on_epoch_end(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    public virtual void on_train_end(TrainingArguments args, TrainerState state, TrainerControl control)
    {
    }

    /// <summary>State to remember in a checkpoint; null for none.</summary>
    public virtual JsonNode? state() => null;

    /// <summary>Takes up what was remembered.</summary>
    public virtual void load_state(JsonNode? state)
    {
    }
}

/// <summary>Stops a training whose metric (metric_for_best_model) no longer becomes better.</summary>
/// <param name="early_stopping_patience">How many evaluations in a row may be no better.</param>
/// <param name="early_stopping_threshold">By how much a metric must be better to count as better.</param>
public sealed class EarlyStoppingCallback(int early_stopping_patience = 1, double early_stopping_threshold = 0) : TrainerCallback
{
    private double? best;
    private int waited;

    public override void on_evaluate(TrainingArguments args, TrainerState state, TrainerControl control, IReadOnlyDictionary<string, double> metrics)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(control);
        if (!metrics.TryGetValue(args.Metric, out var metric)) return;
        if (best is not { } before || (args.GreaterIsBetter ? metric - before : before - metric) > early_stopping_threshold) (best, waited) = (metric, 0);
        else waited++;
        if (waited >= early_stopping_patience) control.should_training_stop = true;
    }

    public override JsonNode? state() => new JsonObject { ["best"] = best, ["waited"] = waited };

    public override void load_state(JsonNode? state)
    {
        best = (double?)state?["best"];
        waited = (int?)state?["waited"] ?? 0;
    }
}
