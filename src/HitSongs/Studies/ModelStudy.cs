using HitSongs.Metrics;

namespace HitSongs.Studies;

/// <summary>How the pipeline's own models do on a data set, beside which a submitted model can be seen, and what more songs would bring.</summary>
/// <param name="Models">The nameable models but the trivial one, which is the baseline of each metric.</param>
/// <param name="Learning">From few songs to all.</param>
public sealed record ModelStudy(IReadOnlyList<ComparedModel> Models, IReadOnlyList<LearningPoint> Learning);

/// <summary>A model with its default settings, told audio and genre, on artists that it has not seen.</summary>
/// <param name="Name">By which `hitsongs train --model` knows it.</param>
/// <param name="Metrics">Every metric of <see cref="MetricNames"/>.</param>
public sealed record ComparedModel(string Name, string Description, IReadOnlyDictionary<string, Metric> Metrics);

/// <summary>What a model of hits makes of so many songs.</summary>
/// <param name="Songs">Songs that it was trained on, the mean over the folds.</param>
/// <param name="Training">Area under the ROC curve on these very songs.</param>
/// <param name="Validation">The same on songs by artists that it has not seen.</param>
public sealed record LearningPoint(int Songs, Estimate Training, Estimate Validation);
