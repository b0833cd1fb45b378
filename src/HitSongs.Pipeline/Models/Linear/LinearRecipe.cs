using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Linear;

/// <summary>Trains logistic and ridge regression; penalties are those of squared weights, above 0.</summary>
public sealed record LinearRecipe : ModelRecipe
{
    public double HitNumberPenalty { get; init; } = 10;

    public double HitCategoryPenalty { get; init; } = 0.7;

    public double PopularityNumberPenalty { get; init; } = 50;

    public double PopularityCategoryPenalty { get; init; } = 2;

    /// <summary>Settled on the public songs for songs of unseen playlists: what categories say holds there much less.</summary>
    private static LinearRecipe UnseenPlaylists { get; } =
        new()
        {
            HitNumberPenalty = 20,
            HitCategoryPenalty = 20,
            PopularityNumberPenalty = 100,
            PopularityCategoryPenalty = 60,
        };

    public override ModelRecipe For(SplitKind split) => split is SplitKind.Playlist ? UnseenPlaylists : this;

    /// <inheritdoc/>
    public override string Describe(FeatureSet set) =>
        HitCategoryPenalty < UnseenPlaylists.HitCategoryPenalty ? "light penalties, best for unseen artists" : "heavy penalties, best for unseen playlists";

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => LinearModel.Train(songs, set, this);
}
