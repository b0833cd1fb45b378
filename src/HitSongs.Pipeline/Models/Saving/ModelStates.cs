using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Average;
using HitSongs.Pipeline.Models.Calibrators;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.Saving;

/// <summary>Loads what models have saved.</summary>
internal static class ModelStates
{
    /// <exception cref="FormatException">This is no model.</exception>
    public static TrainedModel Load(JsonNode node)
    {
        var state = node.Part("state");
        return node.Text("kind") switch
        {
            MeanModel.Name => MeanModel.Load(state),
            LinearModel.Name => LinearModel.Load(state),
            LightGbmModel.Name => LightGbmModel.Load(state),
            KernelModel.Name => KernelModel.Load(state),
            AverageModel.Name => AverageModel.Load(state, Load),
            CalibratedModel.Name => CalibratedModel.Load(state, Load),
            var kind => throw new FormatException($"this version knows no model of the kind '{kind}'"),
        };
    }
}
