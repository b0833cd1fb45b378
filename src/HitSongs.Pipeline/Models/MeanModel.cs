using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;
using HitSongs.Pipeline.Songs;
using HitSongs.Songs;

namespace HitSongs.Pipeline.Models;

/// <summary>The trivial model: mean popularity and share of hits of the training songs, for every song.</summary>
public sealed class MeanModel : TrainedModel
{
    internal const string Name = "mean";

    private readonly double popularity;
    private readonly double hitShare;

    private MeanModel(double popularity, double hitShare)
    {
        this.popularity = popularity;
        this.hitShare = hitShare;
    }

    internal override string Kind => Name;

    /// <exception cref="ArgumentException">There are no songs.</exception>
    public static MeanModel Train(IReadOnlyList<LabelledSong> songs)
    {
        if (songs.Count == 0)
            throw new ArgumentException("There are no songs to learn from.", nameof(songs));
        return new MeanModel(PopularityStandIn.Of(songs).Average(song => song.Popularity), songs.Average(song => song.Hit ? 1.0 : 0.0));
    }

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs) =>
        songs.Select(song => new Prediction(song.TrackId, popularity, hitShare)).ToList();

    internal static MeanModel Load(JsonNode state) => new(Math.Clamp(state.Number("popularity"), 0, 100), Math.Clamp(state.Number("hits"), 0, 1));

    private protected override JsonObject State() => new() { ["popularity"] = popularity, ["hits"] = hitShare };
}

/// <summary>Trains <see cref="MeanModel"/>.</summary>
public sealed record MeanRecipe : ModelRecipe
{
    internal override TrainedModel Learn(IReadOnlyList<LabelledSong> songs, FeatureSet set, int seed) => MeanModel.Train(songs);
}
