using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Models.Saving;
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

    internal static AverageModel Load(JsonNode state)
    {
        var members = state.Parts("members");
        return members.Count > 0 ? new AverageModel([.. members.Select(ModelStates.Load)]) : throw new FormatException("'members' is empty");
    }

    internal override JsonObject Save() => new() { ["members"] = new JsonArray([.. members.Select(member => (JsonNode)ModelStates.Save(member))]) };
}
