namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Settings of gradient-boosted trees; names and meanings are those of Microsoft.ML's LightGBM trainers.</summary>
/// <param name="Trees">Trees of each target, 1 or more.</param>
/// <param name="Leaves">Most leaves of a tree, 2 to 64.</param>
/// <param name="LearningRate">Above 0.</param>
/// <param name="LeafRows">Fewest training songs in a leaf.</param>
public sealed record LightGbmSettings(int Trees, int Leaves, double LearningRate, int LeafRows)
{
    /// <summary>Settled on the public songs for songs by unseen artists: subsets of categories go left or right at a single split.</summary>
    public static LightGbmSettings CategorySplits { get; } = new(400, 15, 0.03, 10) { L2 = 5, FeatureShare = 0.5, RowShare = 0.6, SplitsCategories = true };

    /// <summary>For songs of unseen playlists: splits by sets of known categories would only remember playlists.</summary>
    public static LightGbmSettings OneHot { get; } = new(300, 15, 0.03, 15) { L2 = 5, FeatureShare = 0.5, RowShare = 0.6 };

    /// <summary>Where nothing but audio is known.</summary>
    public static LightGbmSettings AudioAlone { get; } = new(300, 15, 0.03, 15) { L2 = 1, FeatureShare = 0.5, RowShare = 0.8 };

    /// <summary>Penalty of squared leaf values, 0 or more.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Share of the features that each tree sees, above 0 to 1.</summary>
    public double FeatureShare { get; init; } = 1;

    /// <summary>Share of the songs that each tree sees, above 0 to 1.</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>Whether the columns of one category are split as a category; otherwise each of them is a number, 0 or 1.</summary>
    public bool SplitsCategories { get; init; }

    /// <summary>For splits of categories: as many songs of the mean are added to each category.</summary>
    public double CategorySmoothing { get; init; } = 2;

    /// <summary>For splits of categories: their own penalty of squared leaf values.</summary>
    public double CategoryL2 { get; init; } = 2;

    /// <summary>For splits of categories: fewest songs of a category.</summary>
    public int CategoryRows { get; init; } = 3;

    /// <summary>For splits of categories: most places at which the ordered categories are tried to be cut.</summary>
    public int CategoryCuts { get; init; } = 128;
}
