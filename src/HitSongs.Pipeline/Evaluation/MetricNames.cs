namespace HitSongs.Pipeline;

/// <summary>Names under which metrics are reported, as ML.NET spells them where it has them.</summary>
public static class MetricNames
{
    public const string AreaUnderRocCurve = nameof(AreaUnderRocCurve);
    public const string AreaUnderPrecisionRecallCurve = nameof(AreaUnderPrecisionRecallCurve);
    public const string F1Score = nameof(F1Score);
    public const string Accuracy = nameof(Accuracy);
    public const string LogLoss = nameof(LogLoss);
    public const string BrierScore = nameof(BrierScore);
    public const string RootMeanSquaredError = nameof(RootMeanSquaredError);
    public const string MeanAbsoluteError = nameof(MeanAbsoluteError);
    public const string RSquared = nameof(RSquared);
}
