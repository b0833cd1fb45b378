using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>Trains gradient-boosted trees.</summary>
public sealed record TreesRecipe : ModelRecipe
{
    public int Rounds { get; init; } = 400;

    public int MaxDepth { get; init; } = 5;

    public double LearningRate { get; init; } = 0.03;

    public double Subsample { get; init; } = 0.6;

    public double ColumnSampleByTree { get; init; } = 0.5;

    public double MinChildWeight { get; init; } = 8;

    public double Lambda { get; init; } = 5;

    /// <summary>How the trees are told of categories.</summary>
    public IReadOnlyList<CategoryEncoding> Categories { get; init; } = [CategoryEncoding.Code, CategoryEncoding.Target];

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => HitSongModel.Train(
        songs,
        new EncodingOptions(set) { Categories = Categories, Seed = seed },
        new XGBoostParameters(XGBoostObjective.Logistic)
        {
            Rounds = Rounds,
            MaxDepth = MaxDepth,
            LearningRate = LearningRate,
            Subsample = Subsample,
            ColumnSampleByTree = ColumnSampleByTree,
            MinChildWeight = MinChildWeight,
            Lambda = Lambda,
            Seed = seed,
        });

    internal override ModelRecipe Vary(SeededRandom random) => this with
    {
        Rounds = 100 + (50 * random.Below(11)),
        MaxDepth = 3 + random.Below(5),
        LearningRate = LogUniform(random, 0.015, 0.1),
        Subsample = 0.5 + (0.1 * random.Below(5)),
        ColumnSampleByTree = 0.3 + (0.1 * random.Below(6)),
        MinChildWeight = LogUniform(random, 1, 20),
        Lambda = LogUniform(random, 0.5, 20),
    };
}
