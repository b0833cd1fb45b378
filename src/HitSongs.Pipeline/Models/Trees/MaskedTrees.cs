using System.Globalization;
using System.Text.Json;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>All trees of a model as <see cref="MaskedTree"/>s, and what its objective makes of their sum.</summary>
/// <param name="Start">What the sum of a row's leaves is added to.</param>
internal sealed record MaskedTrees(IReadOnlyList<MaskedTree> Trees, float Start, bool Logistic)
{
    /// <summary>Reads what <see cref="XGBoostModel.Save"/> wrote.</summary>
    /// <param name="trees">How many of the trees predict.</param>
    /// <returns>Null where a tree has too many leaves.</returns>
    public static MaskedTrees? Read(byte[] model, int trees)
    {
        using var document = JsonDocument.Parse(TreeJson.Valid(model));
        var learner = document.RootElement.GetProperty("learner");
        var logistic = learner.GetProperty("objective").GetProperty("name").GetString() == "binary:logistic";
        // Later versions write a list of one.
        var start = float.Parse(learner.GetProperty("learner_model_param").GetProperty("base_score").GetString()!.Trim('[', ']'), CultureInfo.InvariantCulture);
        var masked = new List<MaskedTree>(trees);
        foreach (var tree in learner.GetProperty("gradient_booster").GetProperty("model").GetProperty("trees").EnumerateArray().Take(trees))
        {
            if (TreeJson.Read(tree) is not { } read)
                return null;
            masked.Add(read);
        }

        return new MaskedTrees(masked, logistic ? -MathF.Log((1 / start) - 1) : start, logistic);
    }

    /// <summary>The objective's last step, in single precision as the library takes it.</summary>
    public float Answer(float margin) => Logistic ? 1 / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1) : margin;
}
