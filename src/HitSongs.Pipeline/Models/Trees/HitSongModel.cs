using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>Both targets by gradient-boosted trees: the popularity of a song and the probability that it is a hit.</summary>
public sealed class HitSongModel : TrainedModel
{
    internal const string Name = "xgboost";

    private readonly XGBoostModel popularity;

    private HitSongModel(FeatureEncoder encoder, XGBoostModel popularity, XGBoostModel hit)
    {
        Encoder = encoder;
        Hit = hit;
        this.popularity = popularity;
    }

    internal override string Kind => Name;

    internal FeatureEncoder Encoder { get; }

    /// <summary>The trees that tell the probability of a hit.</summary>
    internal XGBoostModel Hit { get; }

    /// <summary>Trains in a second or two on one-hot columns with XGBoost's usual settings; the same songs in the same order and the same seed give the same model.</summary>
    /// <param name="songs">At least one.</param>
    /// <param name="features">What the model may look at.</param>
    /// <param name="seed">Seed of the rows and columns that each tree sees.</param>
    /// <param name="threads">Threads of XGBoost; the model does not depend on it.</param>
    /// <exception cref="DllNotFoundException">libxgboost is not installed.</exception>
    public static HitSongModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet features, int seed, int threads = 1)
    {
        var usual = new XGBoostParameters(XGBoostObjective.Logistic) { Seed = seed, Threads = threads };
        return Train(songs, new EncodingOptions(features), usual);
    }

    /// <param name="parameters">For both targets, whatever its objective.</param>
    internal static HitSongModel Train(IReadOnlyList<LabelledSong> songs, EncodingOptions options, XGBoostParameters parameters)
    {
        var columns = FeatureEncoder.Fit(songs, options);
        var matrix = columns.EncodeTraining(songs);
        var popularities = songs.Select(song => (float)song.Popularity).ToArray();
        var hits = songs.Select(song => song.Hit ? 1f : 0f).ToArray();
        var models = XGBoost.TrainEach(
            matrix, [(popularities, parameters with { Objective = XGBoostObjective.SquaredError }), (hits, parameters with { Objective = XGBoostObjective.Logistic })]);
        return new HitSongModel(columns, models[0], models[1]);
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var matrix = Encoder.Encode(songs);
        return Pair(songs, [.. popularity.Predict(matrix).Select(value => (double)value)], [.. Hit.Predict(matrix).Select(value => (double)value)]);
    }

    internal static HitSongModel Load(JsonNode state)
    {
        var columns = FeatureEncoder.Load(state.Part("encoder"));
        return new HitSongModel(columns, Trees("popularity"), Trees("hit"));

        XGBoostModel Trees(string name) => XGBoostModel.Load(TreeCheck.Checked(state.Part(name), columns.Names.Count), columns.Names.Count);
    }

    internal override JsonObject Save() => new()
    {
        ["encoder"] = Encoder.Save(),
        ["popularity"] = Parsed(popularity.Save()),
        ["hit"] = Parsed(Hit.Save()),
    };

    private static JsonNode? Parsed(byte[] model) => JsonNode.Parse(TreeJson.Valid(model));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            popularity.Dispose();
            Hit.Dispose();
        }
        base.Dispose(disposing);
    }
}
