using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models.Calibrators;

/// <summary>A model whose probabilities are corrected.</summary>
internal sealed class CalibratedModel(TrainedModel model, Calibration calibration) : TrainedModel
{
    internal const string Name = "calibrated";

    internal override string Kind => Name;

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs) =>
        model.Predict(songs).Select(prediction => prediction with { HitProbability = Math.Clamp(calibration.Of(prediction.HitProbability), 0, 1) }).ToList();

    /// <param name="inner">Loads the model that is corrected.</param>
    internal static CalibratedModel Load(JsonNode state, Func<JsonNode, TrainedModel> inner) =>
        new(inner(state.Part("model")), Calibration.Load(state.Part("calibration")));

    private protected override JsonObject State() => new() { ["calibration"] = calibration.Save(), ["model"] = model.Save() };
}

/// <summary>Trains a model and corrects its probabilities by what it says of songs whose artists it has not seen.</summary>
/// <param name="Inner">What is corrected.</param>
public sealed record CalibratedRecipe(ModelRecipe Inner, CalibrationKind Kind) : ModelRecipe
{
    /// <summary>Inner folds, 2 or more.</summary>
    public int Folds { get; init; } = 5;

    public override ModelRecipe For(SplitKind split) => this with { Inner = Inner.For(split) };

    public override string Describe(FeatureSet set) => Inner.Describe(set);

    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed)
    {
        var inner = InnerPredictions.Of(Inner, songs, set, Folds, seed);
        var model = Inner.Train(songs, set, seed);
        return inner is null
            ? model
            : new CalibratedModel(model, Calibration.Fit(Kind, [.. inner.Select(p => p.HitProbability)], [.. songs.Select(song => song.Hit)]));
    }
}
