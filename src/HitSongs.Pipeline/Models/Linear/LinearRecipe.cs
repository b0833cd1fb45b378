using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.Linear;

/// <summary>Trains logistic and ridge regression; penalties are those of squared weights, above 0.</summary>
public sealed record LinearRecipe : ModelRecipe
{
    public double HitNumberPenalty { get; init; } = 10;

    public double HitCategoryPenalty { get; init; } = 0.7;

    public double PopularityNumberPenalty { get; init; } = 50;

    public double PopularityCategoryPenalty { get; init; } = 2;

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => LinearModel.Train(songs, set, this);
}
