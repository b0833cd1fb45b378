using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Trains gradient-boosted trees by Microsoft.ML's LightGBM. Which settings are best depends on what test songs have in common with training
/// songs.</summary>
public sealed record LightGbmRecipe : ModelRecipe
{
    /// <summary>Where genres are known.</summary>
    public LightGbmSettings Settings { get; init; } = LightGbmSettings.CategorySplits;

    /// <summary>Where nothing but audio is known.</summary>
    public LightGbmSettings AudioAlone { get; init; } = LightGbmSettings.AudioAlone;

    public override ModelRecipe For(SplitKind split) => split is SplitKind.Playlist ? this with { Settings = LightGbmSettings.OneHot } : this;

    /// <inheritdoc/>
    public override string Describe(FeatureSet set) =>
        set is FeatureSet.Audio ? "no categories"
        : Settings.SplitsCategories ? "splits by sets of categories, best for unseen artists"
        : "one-hot categories, best for unseen playlists";

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) =>
        LightGbmModel.Train(songs, set, set is FeatureSet.Audio ? AudioAlone : Settings, seed);
}
