using HitSongs.Pipeline.Songs;
using HitSongs.Pipeline.Splits;

namespace HitSongs.Pipeline.Thresholds;

/// <summary>Predicts the test songs of one fold. What it takes from the fold is its own affair: wrong ones take what they must not.</summary>
/// <param name="data">The whole data set.</param>
/// <param name="fold">What it may learn from, and what it is asked, with the labels that a right model does not look at.</param>
/// <param name="seed">Seed of whatever is drawn.</param>
public delegate IReadOnlyList<Prediction> FoldPredictor(SongData data, Fold fold, int seed);

/// <summary>A way to solve the hit songs of which it is known whether it is right.</summary>
/// <param name="Name">Unique, in small letters with hyphens.</param>
/// <param name="IsRight">Whether a threshold has to let it pass; otherwise it has to fail.</param>
/// <param name="Description">What it does, in a few words.</param>
public sealed record KnownModel(string Name, bool IsRight, string Description, FoldPredictor Predict);
