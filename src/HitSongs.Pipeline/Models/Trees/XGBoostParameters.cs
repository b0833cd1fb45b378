namespace HitSongs.Pipeline.Models.Trees;

/// <summary>What is minimised in training.</summary>
public enum XGBoostObjective
{
    /// <summary>Labels 0 or 1, predictions are probabilities.</summary>
    Logistic,

    /// <summary>Labels and predictions are numbers.</summary>
    SquaredError,
}

/// <summary>Settings of gradient-boosted trees; names and meanings are XGBoost's, the histogram method is always used.</summary>
/// <param name="Objective">What is minimised.</param>
public sealed record XGBoostParameters(XGBoostObjective Objective)
{
    /// <summary>Trees.</summary>
    public int Rounds { get; init; } = 400;

    public int MaxDepth { get; init; } = 6;

    public double LearningRate { get; init; } = 0.05;

    /// <summary>Share of rows that each tree sees, above 0 to 1.</summary>
    public double Subsample { get; init; } = 0.8;

    /// <summary>Share of columns that each tree sees, above 0 to 1.</summary>
    public double ColumnSampleByTree { get; init; } = 0.8;

    /// <summary>Smallest sum of second derivatives in a leaf: more makes trees more careful.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>Penalty of squared leaf weights, 0 or more.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Columns of categories with fewer categories than this are split one category at a time, others in two sets.</summary>
    public int MaxCategoriesToOneHot { get; init; } = 4;

    /// <summary>
    /// For each column 1 where predictions must not fall with it, −1 where they must not rise, 0 where they may do either; empty for no bounds.
    /// </summary>
    public IReadOnlyList<int> Monotone { get; init; } = [];

    /// <summary>With validation rows: training stops when so many trees have brought no gain there, and keeps the trees up to the best. 0 never stops.</summary>
    public int EarlyStopping { get; init; }

    public int Seed { get; init; }

    /// <summary>
    /// Threads, at least 1. The default is 1: OpenMP threads that wait for each other burn whole cores on a busy machine, and folds are
    /// better trained side by side. The model does not depend on it.
    /// </summary>
    public int Threads { get; init; } = 1;

    internal IEnumerable<(string Name, string Value)> Settings =>
    [
        ("objective", Objective is XGBoostObjective.Logistic ? "binary:logistic" : "reg:squarederror"),
        ("tree_method", "hist"),
        ("max_depth", $"{MaxDepth}"),
        ("eta", $"{LearningRate:R}"),
        ("subsample", $"{Subsample:R}"),
        ("colsample_bytree", $"{ColumnSampleByTree:R}"),
        ("min_child_weight", $"{MinChildWeight:R}"),
        ("lambda", $"{Lambda:R}"),
        ("max_cat_to_onehot", $"{MaxCategoriesToOneHot}"),
        .. Monotone.Count == 0 ? Array.Empty<(string, string)>() : [("monotone_constraints", $"({string.Join(',', Monotone)})")],
        ("seed", $"{Seed}"),
        ("nthread", $"{Threads}"),
        ("verbosity", "0"),
    ];
}
