using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.Average;

/// <summary>Several models together: the mean of their popularities, and of their log odds of a hit.</summary>
internal sealed class AverageModel(IReadOnlyList<TrainedModel> members) : TrainedModel
{
    internal const string Name = "average";

    internal override string Kind => Name;

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var said = members.Select(member => member.Predict(songs)).ToList();
        return Pair(
            songs,
            [.. songs.Select((_, i) => said.Average(one => one[i].Popularity))],
            [.. songs.Select((_, i) => RegularizedRegression.Sigmoid(said.Average(one => RegularizedRegression.Logit(one[i].HitProbability))))]);
    }

    /// <param name="member">Loads one of the models.</param>
    internal static AverageModel Load(JsonNode state, Func<JsonNode, TrainedModel> member)
    {
        var members = state.Parts("members");
        return members.Count > 0 ? new AverageModel([.. members.Select(member)]) : throw new FormatException("'members' is empty");
    }

    private protected override JsonObject State() => new() { ["members"] = new JsonArray([.. members.Select(member => (JsonNode)member.Save())]) };
}
