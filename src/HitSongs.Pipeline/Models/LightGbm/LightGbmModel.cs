using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Both targets by gradient-boosted trees of Microsoft.ML: the popularity of a song and the probability that it is a hit.</summary>
public sealed class LightGbmModel : TrainedModel
{
    internal const string Name = "lightgbm";

    /// <summary>Below, no tree could have two leaves.</summary>
    private const int FewestSongs = 40;

    private readonly MLContext ml = new(1);
    private readonly FeatureSet set;
    private readonly ITransformer chain;

    private LightGbmModel(FeatureSet set, ITransformer chain)
    {
        this.set = set;
        this.chain = chain;
    }

    internal override string Kind => Name;

    /// <summary>The same songs in the same order, settings and seed give the same model, whatever the number of cores.</summary>
    /// <returns>The trivial model where the songs are too few for trees, or all hits, or none.</returns>
    internal static TrainedModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, LightGbmSettings settings, int seed)
    {
        if (songs.Count < FewestSongs || songs.All(song => song.Hit) || !songs.Any(song => song.Hit))
            return MeanModel.Train(songs);
        var context = new MLContext(seed);
        var estimator = SongEstimators.FeaturesOf(context, set).AppendCacheCheckpoint(context)
            .Append(SongEstimators.Hit(context, settings, seed))
            .Append(SongEstimators.PopularityAfterHit(context, settings, seed));
        return OneLeafTrees.Unless(() => estimator.Fit(SongRow.View(context, songs, set))) is { } trees
            ? new LightGbmModel(set, trees)
            : MeanModel.Train(songs);
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        if (songs.Count == 0)
            return [];
        var predicted = chain.Transform(SongRow.View(ml, songs, set));
        return Pair(songs, Column(SongEstimators.Popularity), Column(SongEstimators.HitProbability));

        double[] Column(string name) => [.. predicted.GetColumn<float>(name).Select(value => (double)value)];
    }

    /// <summary>The trees of hits, and the rows that they see of some songs.</summary>
    internal (BoostedTrees Trees, FeatureMatrix Rows) Open(IReadOnlyList<Song> songs)
    {
        var hits = Parts(chain).OfType<BinaryPredictionTransformer<CalibratedModelParametersBase<LightGbmBinaryModelParameters, PlattCalibrator>>>().Single();
        return (BoostedTrees.Of(hits.Model), SongFeatures.Matrix(chain.Transform(SongRow.View(ml, songs, set)), set));
    }

    private static IEnumerable<ITransformer> Parts(ITransformer whole) => whole is IEnumerable<ITransformer> parts ? parts.SelectMany(Parts) : [whole];

    internal static LightGbmModel Load(JsonNode state)
    {
        using var zip = new MemoryStream(Convert.FromBase64String(state.Text("zip")));
        return new LightGbmModel(state.Choice<FeatureSet>("set"), new MLContext(1).Model.Load(zip, out _));
    }

    internal override JsonObject Save()
    {
        using var zip = new MemoryStream();
        ml.Model.Save(chain, SongRow.View(ml, Array.Empty<Song>(), set).Schema, zip);
        return new JsonObject { ["set"] = set.ToString(), ["zip"] = Convert.ToBase64String(StableZip.Of(zip.ToArray())) };
    }
}
