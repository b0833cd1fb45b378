using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Linear;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.Calibrators;

/// <summary>A logistic curve of the logit.</summary>
/// <param name="slope">0 or more, so that order is kept.</param>
internal sealed class PlattCalibration(double slope, double intercept) : Calibration
{
    /// <summary>Draws the slope towards 1 as much as a few songs would: with one class only there is no other ground for it.</summary>
    private const double Penalty = 1;

    internal override CalibrationKind Kind => CalibrationKind.Platt;

    public static PlattCalibration Fit(IReadOnlyList<double> probabilities, IReadOnlyList<bool> hits)
    {
        double[] logits = [.. probabilities.Select(RegularizedRegression.Logit)];
        var rows = new SparseRows(2);
        foreach (var logit in logits)
            rows.Add([logit, 1]);
        var fitted = RegularizedRegression.Logistic(rows, [.. hits], [Penalty], logits);
        return new PlattCalibration(Math.Max(0, 1 + fitted[0]), fitted[1]);
    }

    public static new PlattCalibration Load(JsonNode state) => new(Math.Max(0, state.Number("slope")), state.Number("intercept"));

    public override double Of(double probability) => RegularizedRegression.Sigmoid((slope * RegularizedRegression.Logit(probability)) + intercept);

    internal override JsonObject Save() => new() { ["kind"] = Kind.ToString(), ["slope"] = slope, ["intercept"] = intercept };
}
