using HitSongs.Pipeline.Features;

namespace HitSongs.Pipeline.Models.Network;

/// <summary>Trains a neural network with an embedding for each category and two outputs: popularity, and the logit of a hit.</summary>
public sealed record NetworkRecipe : ModelRecipe
{
    /// <summary>Numbers that stand for a category.</summary>
    public int Embedding { get; init; } = 8;

    public int FirstLayer { get; init; } = 64;

    public int SecondLayer { get; init; } = 32;

    /// <summary>Share of activations that are left out in training, 0 to below 1.</summary>
    public double Dropout { get; init; } = 0.4;

    public double LearningRate { get; init; } = 0.01;

    public double WeightDecay { get; init; } = 0.03;

    public int Epochs { get; init; } = 25;

    public int BatchSize { get; init; } = 128;

    /// <summary>Networks of other random beginnings whose outputs are averaged.</summary>
    public int Networks { get; init; } = 3;

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => NetworkModel.Train(songs, set, this, seed);

    internal override ModelRecipe Vary(SeededRandom random) => this with
    {
        Embedding = 4 + (4 * random.Below(4)),
        FirstLayer = 32 << random.Below(3),
        SecondLayer = 16 << random.Below(3),
        Dropout = 0.2 + (0.1 * random.Below(5)),
        LearningRate = LogUniform(random, 0.002, 0.02),
        WeightDecay = LogUniform(random, 0.003, 0.3),
        Epochs = 15 + (5 * random.Below(6)),
    };
}
