using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Models.Calibrators;

/// <summary>Probability calibration method.</summary>
public enum CalibrationKind
{
    /// <summary>By a logistic curve: two numbers, sure with few songs.</summary>
    Platt,

    /// <summary>By steps that only rise: any shape, for many songs.</summary>
    Isotonic,
}

/// <summary>Replaces probabilities by the shares of hits that were seen with them; of two probabilities the greater never becomes the smaller.</summary>
public abstract class Calibration
{
    internal abstract CalibrationKind Kind { get; }

    /// <param name="probability">0 to 1.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Of(double probability);

    /// <param name="probabilities">0 to 1, made without the songs' own labels.</param>
    /// <param name="hits">One per probability.</param>
    /// <exception cref="ArgumentException">There is nothing to learn from.</exception>
    public static Calibration Fit(CalibrationKind kind, IReadOnlyList<double> probabilities, IReadOnlyList<bool> hits)
    {
        if (probabilities.Count == 0 || probabilities.Count != hits.Count)
            throw new ArgumentException($"There are {probabilities.Count} probabilities and {hits.Count} labels.", nameof(hits));
        return kind is CalibrationKind.Platt ? PlattCalibration.Fit(probabilities, hits) : IsotonicCalibration.Fit(probabilities, hits);
    }

    internal static Calibration Load(JsonNode state) =>
        state.Choice<CalibrationKind>("kind") is CalibrationKind.Platt ? PlattCalibration.Load(state) : IsotonicCalibration.Load(state);

    internal abstract JsonObject Save();
}
