using Microsoft.Win32.SafeHandles;

namespace HitSongs.Pipeline;

/// <summary>XGBoost's own copy of a feature matrix; freed with its handle.</summary>
internal sealed class XGBoostMatrix() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <param name="features">NaN is a missing value.</param>
    /// <param name="labels">One per row; empty for rows to predict.</param>
    public static XGBoostMatrix Of(FeatureMatrix features, ReadOnlySpan<float> labels, int threads)
    {
        XGBoostLibrary.Require();
        XGBoostLibrary.Check(XGBoostLibrary.XGDMatrixCreateFromMat_omp(
            features.Values, (ulong)features.Rows, (ulong)features.Columns, float.NaN, out var matrix, threads));
        if (!labels.IsEmpty)
            XGBoostLibrary.Check(XGBoostLibrary.XGDMatrixSetFloatInfo(matrix, "label", labels, (ulong)labels.Length));
        return matrix;
    }

    protected override bool ReleaseHandle() => XGBoostLibrary.XGDMatrixFree(handle) == 0;
}

/// <summary>A model in XGBoost's memory; freed with its handle.</summary>
internal sealed class XGBoostBooster() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <param name="training">The matrix it will be trained on; null for a model that is loaded.</param>
    public static XGBoostBooster Of(XGBoostMatrix? training)
    {
        XGBoostLibrary.Require();
        nint[] matrices = training is null ? [] : [training.DangerousGetHandle()];
        XGBoostLibrary.Check(XGBoostLibrary.XGBoosterCreate(matrices, (ulong)matrices.Length, out var booster));
        GC.KeepAlive(training);
        return booster;
    }

    public void Set(string parameter, string value) => XGBoostLibrary.Check(XGBoostLibrary.XGBoosterSetParam(this, parameter, value));

    protected override bool ReleaseHandle() => XGBoostLibrary.XGBoosterFree(handle) == 0;
}
