namespace HitSongs.Metrics;

/// <summary>The names of every metric that the harness computes; they follow ML.NET.</summary>
public static class MetricNames
{
    /// <summary>Hits against others, by predicted probability; 0.5 is chance.</summary>
    public const string AreaUnderRocCurve = nameof(AreaUnderRocCurve);

    /// <summary>Average precision of the hits; chance is their share.</summary>
    public const string AreaUnderPrecisionRecallCurve = nameof(AreaUnderPrecisionRecallCurve);

    /// <summary>Harmonic mean of precision and recall of the hits, at a predicted probability of 0.5; 0 to 1.</summary>
    public const string F1Score = nameof(F1Score);

    /// <summary>Share of songs on the right side of a predicted probability of 0.5; 0 to 1.</summary>
    public const string Accuracy = nameof(Accuracy);

    /// <summary>In nats.</summary>
    public const string LogLoss = nameof(LogLoss);

    /// <summary>Mean squared difference between predicted probability and outcome, 0 to 1.</summary>
    public const string BrierScore = nameof(BrierScore);

    /// <summary>Expected calibration error: how far predicted probability and share of hits are apart, on average over bins of probability, 0 to 1.</summary>
    public const string ExpectedCalibrationError = nameof(ExpectedCalibrationError);

    /// <summary>In points of popularity.</summary>
    public const string RootMeanSquaredError = nameof(RootMeanSquaredError);

    /// <summary>In points of popularity.</summary>
    public const string MeanAbsoluteError = nameof(MeanAbsoluteError);

    /// <summary>1 at best; 0 for the mean; negative below that.</summary>
    public const string RSquared = nameof(RSquared);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AreaUnderRocCurve, AreaUnderPrecisionRecallCurve, F1Score, Accuracy, LogLoss, BrierScore, ExpectedCalibrationError, RootMeanSquaredError,
        MeanAbsoluteError, RSquared,
    ];

    /// <summary>Whether a smaller value of the metric <paramref name="name"/> is a better one.</summary>
    public static bool IsLowerBetter(string name) => name is LogLoss or BrierScore or ExpectedCalibrationError or RootMeanSquaredError or MeanAbsoluteError;
}
