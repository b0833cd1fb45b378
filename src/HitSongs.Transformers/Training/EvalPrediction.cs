using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>Input for computing metrics.</summary>
/// <param name="predictions">The model's scores for all examples, [examples, …].</param>
/// <param name="label_ids">The labels of all examples; null when there are none.</param>
public sealed record EvalPrediction(Tensor predictions, Tensor? label_ids);

/// <summary>Result of predict.</summary>
/// <param name="metrics">The loss, where there are labels, what compute_metrics gave, and the speed; names begin with "test_".</param>
public sealed record PredictionOutput(Tensor predictions, Tensor? label_ids, IReadOnlyDictionary<string, double> metrics);

/// <summary>Result of train.</summary>
/// <param name="global_step">How many steps were made in all.</param>
/// <param name="training_loss">The mean loss of all steps.</param>
/// <param name="metrics">train_runtime in seconds, train_steps_per_second, train_loss and epoch.</param>
public sealed record TrainOutput(int global_step, double training_loss, IReadOnlyDictionary<string, double> metrics);
