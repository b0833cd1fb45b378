using HitSongs.Metrics;

namespace HitSongs.Studies;

/// <summary>Performance of the pipeline's own models on a data set, to compare a submitted model with, and a learning curve.</summary>
/// <param name="Models">The nameable models but the trivial one, which is the baseline of each metric.</param>
/// <param name="Learning">From few songs to all.</param>
public sealed record ModelStudy(IReadOnlyList<ComparedModel> Models, IReadOnlyList<LearningPoint> Learning);

/// <summary>A model with its default settings, told audio and genre, on artists that it has not seen.</summary>
/// <param name="Name">By which `hitsongs train --model` knows it.</param>
/// <param name="Metrics">Every metric of <see cref="MetricNames"/>.</param>
public sealed record ComparedModel(string Name, string Description, IReadOnlyDictionary<string, Metric> Metrics);

/// <summary>Point of a hit model's learning curve.</summary>
/// <param name="Songs">Songs that it was trained on, the mean over the folds.</param>
/// <param name="Training">Area under the ROC curve on these very songs.</param>
/// <param name="Validation">The same on songs by artists that it has not seen.</param>
public sealed record LearningPoint(int Songs, Estimate Training, Estimate Validation);
