using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Kernel;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Models.Network;
using HitSongs.Pipeline.Models.Trees;

namespace HitSongs.Pipeline.Models.Ensembles;

/// <summary>Trains several models, and how much to believe each, on what they say of songs whose artists they have not seen.</summary>
public sealed record StackedRecipe : ModelRecipe
{
    public IReadOnlyList<ModelRecipe> Members { get; init; } = [new KernelRecipe(), new LinearRecipe(), new TreesRecipe(), new NetworkRecipe()];

    /// <summary>Inner folds, 2 or more.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Strength with which members are held to equal weights: like so many songs.</summary>
    public double EqualWeights { get; init; } = 20;

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        var inner = Members.Select(member => InnerPredictions.Of(member, songs, set, Folds, seed)).ToList();
        var members = Members.Select(member => member.Train(songs, set, seed)).ToList();
        return inner.Contains(null)
            ? new StackedModel(members, StackedWeights.Equal(members.Count))
            : new StackedModel(members, StackedWeights.Fit([.. inner.Select(one => one!)], songs, EqualWeights));
    }
}
