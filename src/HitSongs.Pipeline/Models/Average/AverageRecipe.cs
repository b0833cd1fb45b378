using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Average;

/// <summary>Trains several models that err in different ways, and averages what they say.</summary>
public sealed record AverageRecipe : ModelRecipe
{
    public IReadOnlyList<ModelRecipe> Members { get; init; } = [new LightGbmRecipe(), new KernelRecipe()];

    public override ModelRecipe For(SplitKind split) => this with { Members = [.. Members.Select(member => member.For(split))] };

    public override string Describe(FeatureSet set) => string.Join("; ", Members.Select(member => member.Describe(set)).Where(text => text.Length > 0));

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) =>
        new AverageModel([.. Members.Select(member => member.Train(songs, set, seed))]);
}
