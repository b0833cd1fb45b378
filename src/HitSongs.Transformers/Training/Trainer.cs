using HitSongs.Transformers.Training;

namespace HitSongs.Transformers;

/// <summary>Trains and evaluates a model.</summary>
public partial class Trainer
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, object>>? trainExamples;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, object>>? evalExamples;
    private readonly DataCollator collator;
    private readonly Func<EvalPrediction, IReadOnlyDictionary<string, double>>? computeMetrics;
    private readonly List<TrainerCallback> callbacks;
    private readonly TrainerControl control = new();

    /// <param name="train_dataset">What is trained on: see <see cref="DataCollator"/> for what an example is.</param>
    /// <param name="eval_dataset">What is evaluated on.</param>
    /// <param name="data_collator">Makes batches; <see cref="DataCollatorWithPadding"/> with the model's pad_token_id, or 0, when null.</param>
    /// <param name="compute_metrics">From scores and labels to figures by name.</param>
    /// <exception cref="ArgumentException">An argument is out of its range, or two do not go together.</exception>
    public Trainer(
        PreTrainedModel model, TrainingArguments args, IReadOnlyList<IReadOnlyDictionary<string, object>>? train_dataset = null,
        IReadOnlyList<IReadOnlyDictionary<string, object>>? eval_dataset = null, DataCollator? data_collator = null,
        Func<EvalPrediction, IReadOnlyDictionary<string, double>>? compute_metrics = null, IEnumerable<TrainerCallback>? callbacks = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(args);
        args.Check();
        (this.model, this.args, trainExamples, evalExamples, computeMetrics) = (model, args, train_dataset, eval_dataset, compute_metrics);
        collator = data_collator ?? new DataCollatorWithPadding(model.Config.pad_token_id ?? 0);
        this.callbacks = [.. callbacks ?? []];
        if (!args.disable_tqdm && !Console.IsErrorRedirected)
            this.callbacks.Add(new ProgressCallback(Console.Error));
        if (args.eval_strategy != IntervalStrategy.no && eval_dataset is null)
            throw new ArgumentException("eval_strategy asks for evaluations, and there is no eval_dataset", nameof(eval_dataset));
    }

    public PreTrainedModel model { get; }

    public TrainingArguments args { get; }

    /// <summary>Training progress.</summary>
    public TrainerState state { get; private set; } = new();

    public void add_callback(TrainerCallback callback) => callbacks.Add(callback);

    /// <summary>Writes the model as it is now; into output_dir when nothing else is said.</summary>
    public void save_model(string? output_dir = null) => model.save_pretrained(output_dir ?? args.output_dir);

    /// <summary>The loss and the metrics of eval_dataset, or of other examples.</summary>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    public IReadOnlyDictionary<string, double> evaluate(
        IReadOnlyList<IReadOnlyDictionary<string, object>>? eval_dataset = null,
        string metric_key_prefix = "eval"
    )
    {
        var examples = eval_dataset ?? evalExamples ?? throw new ArgumentException("there is no eval_dataset", nameof(eval_dataset));
        var (prediction, metrics) = Evaluation().Run(examples, keep: computeMetrics is not null, metric_key_prefix, computeMetrics);
        prediction?.predictions.Dispose();
        prediction?.label_ids?.Dispose();
        Log(metrics);
        foreach (var callback in callbacks) callback.on_evaluate(args, state, control, metrics);
        return metrics;
    }

    /// <summary>The scores of examples, with the metrics where they have labels.</summary>
    /// <exception cref="ArgumentException">There are no examples.</exception>
    public PredictionOutput predict(IReadOnlyList<IReadOnlyDictionary<string, object>> test_dataset, string metric_key_prefix = "test")
    {
        ArgumentNullException.ThrowIfNull(test_dataset);
        var hasLabels = test_dataset.Count > 0 && test_dataset[0].ContainsKey("labels");
        var (prediction, metrics) = Evaluation().Run(test_dataset, keep: true, metric_key_prefix, hasLabels ? computeMetrics : null);
        return new PredictionOutput(prediction!.predictions, prediction.label_ids, metrics);
    }

    /// <summary>The numbers of the examples in the order in which a round goes through them: as train_sampling_strategy says. Override it for
    /// another.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="epoch">The round, from 0 on.</param>
    protected virtual IReadOnlyList<int> get_train_sampler(int count, int epoch) =>
        args.train_sampling_strategy == SamplingStrategy.sequential ? [.. Enumerable.Range(0, count)] : Rounds.RandomOrder(count, args.seed, epoch);

    private EvaluationRun Evaluation() => new(model, collator, args.per_device_eval_batch_size);

    private void Log(IReadOnlyDictionary<string, double> values)
    {
        state.log_history.Add(new Dictionary<string, double>(values, StringComparer.Ordinal) { ["epoch"] = state.epoch, ["step"] = state.global_step });
        foreach (var callback in callbacks) callback.on_log(args, state, control, values);
    }
}
