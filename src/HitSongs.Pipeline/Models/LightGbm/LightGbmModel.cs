using System.Text.Json.Nodes;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Saving;
using HitSongs.Songs;
using Microsoft.ML;

namespace HitSongs.Pipeline.Models.LightGbm;

/// <summary>Both targets by gradient-boosted trees that Microsoft.ML has trained: the popularity of a song and the probability that it is a hit.</summary>
/// <remarks>The trees are laid open, so that a model file holds nothing but numbers, each of which can be checked.</remarks>
internal sealed class LightGbmModel(TreeFeatures features, BoostedTrees hits, BoostedTrees popularity) : TrainedModel
{
    internal const string Name = "lightgbm";

    /// <summary>Below, no tree could have two leaves.</summary>
    private const int FewestSongs = 40;

    internal override string Kind => Name;

    /// <summary>The rows that the trees see of some songs.</summary>
    public FeatureMatrix Encode(IReadOnlyList<Song> songs) => features.Encode(songs);

    public BoostedTrees Hits => hits;

    /// <summary>The same songs in the same order, settings and seed give the same model, whatever the number of cores.</summary>
    /// <returns>The trivial model where the songs are too few for trees, or all hits, or none.</returns>
    public static TrainedModel Train(IReadOnlyList<LabelledSong> songs, FeatureSet set, LightGbmSettings settings, int seed)
    {
        if (songs.Count < FewestSongs || songs.All(song => song.Hit) || !songs.Any(song => song.Hit))
            return MeanModel.Train(songs);
        var ml = new MLContext(seed);
        var features = TreeFeatures.Fit(songs, set);
        var rows = SongRow.View(ml, songs, features);
        return TreeTrainers.Hits(ml, rows, settings, seed) is { } hits && TreeTrainers.Popularities(ml, rows, settings, seed) is { } popularity
            ? new LightGbmModel(features, hits, popularity)
            : MeanModel.Train(songs);
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var rows = Encode(songs);
        var (popularities, probabilities) = (new double[songs.Count], new double[songs.Count]);
        for (var row = 0; row < songs.Count; row++)
            (popularities[row], probabilities[row]) = (popularity.Sum(rows.Row(row)), BoostedTrees.Probability(hits.Sum(rows.Row(row))));
        return Pair(songs, popularities, probabilities);
    }

    internal static LightGbmModel Load(JsonNode state)
    {
        var features = TreeFeatures.Load(state.Part("features"));
        return new LightGbmModel(features, SavedTrees.Load(state.Part("hits"), features.Width), SavedTrees.Load(state.Part("popularity"), features.Width));
    }

    private protected override JsonObject State() => new()
    {
        ["features"] = features.Save(),
        ["hits"] = SavedTrees.Save(hits),
        ["popularity"] = SavedTrees.Save(popularity),
    };
}
