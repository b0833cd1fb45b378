namespace HitSongs.Studies;

/// <summary>Importance of one feature to a model of hits, on songs by unseen artists.</summary>
/// <param name="Feature">An audio feature, or a group of descriptive features such as "genre", all of whose columns count together.</param>
/// <param name="Genre">Null for all songs; otherwise songs of that genre are shuffled and ranked among themselves.</param>
/// <param name="Drop">Loss of area under the ROC curve when the feature's values are shuffled among songs; the interval is over folds, for a new
/// division.</param>
/// <param name="Contribution">Mean size of what it adds to the log odds (SHAP).</param>
/// <param name="Direction">Spearman's ρ of the feature and its contribution: 1 where more of it always speaks for a hit; <see cref="double.NaN"/> for
/// groups.</param>
public sealed record FeatureImportance(string Feature, string? Genre, Estimate Drop, double Contribution, double Direction);
