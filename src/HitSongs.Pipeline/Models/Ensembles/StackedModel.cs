using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Models.Ensembles;

/// <summary>Several models together.</summary>
internal sealed class StackedModel(IReadOnlyList<TrainedModel> members, StackedWeights weights) : TrainedModel
{
    internal const string Name = "stacked";

    internal override string Kind => Name;

    public override IReadOnlyList<Prediction> Predict(IReadOnlyList<Song> songs)
    {
        var said = members.Select(member => member.Predict(songs)).ToList();
        return Pair(
            songs,
            [.. songs.Select((_, i) => Sum(weights.Popularity, j => said[j][i].Popularity))],
            [.. songs.Select((_, i) => RegularizedRegression.Sigmoid(Sum(weights.Hit, j => RegularizedRegression.Logit(said[j][i].HitProbability))))]);
    }

    internal static StackedModel Load(JsonNode state)
    {
        var members = state.Parts("members").Select(ModelStates.Load).ToList();
        return new StackedModel(members, StackedWeights.Load(state.Part("weights"), members.Count));
    }

    internal override JsonObject Save() => new()
    {
        ["weights"] = weights.Save(),
        ["members"] = new JsonArray([.. members.Select(member => (JsonNode)ModelStates.Save(member))]),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var member in members)
                member.Dispose();
        }
        base.Dispose(disposing);
    }

    private double Sum(double[] coefficients, Func<int, double> of) => Enumerable.Range(0, members.Count).Sum(j => coefficients[j] * of(j)) + coefficients[^1];
}
