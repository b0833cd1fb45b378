using System.Globalization;
using System.Runtime.InteropServices;
using HitSongs.Pipeline.Features;
using Microsoft.Win32.SafeHandles;

namespace HitSongs.Pipeline.Models.Native;

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
            matrix.Label(labels);
        if (features.CategoryCounts.Count > 0)
        {
            var types = features.CategoryCounts.Select(categories => categories > 0 ? "c" : "q").ToArray();
            XGBoostLibrary.Check(XGBoostLibrary.XGDMatrixSetStrFeatureInfo(matrix, "feature_type", types, (ulong)types.Length));
        }

        return matrix;
    }

    /// <summary>Replaces the labels; what else is known of the rows, such as their bins, stays.</summary>
    public void Label(ReadOnlySpan<float> labels) => XGBoostLibrary.Check(XGBoostLibrary.XGDMatrixSetFloatInfo(this, "label", labels, (ulong)labels.Length));

    protected override bool ReleaseHandle() => XGBoostLibrary.XGDMatrixFree(handle) == 0;
}

/// <summary>A model in XGBoost's memory; freed with its handle.</summary>
internal sealed class XGBoostBooster() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <param name="known">The matrices it will be trained and watched on; none for a model that is loaded.</param>
    public static XGBoostBooster Of(params ReadOnlySpan<XGBoostMatrix?> known)
    {
        XGBoostLibrary.Require();
        var matrices = new List<nint>();
        foreach (var matrix in known)
        {
            if (matrix is not null)
                matrices.Add(matrix.DangerousGetHandle());
        }

        XGBoostLibrary.Check(XGBoostLibrary.XGBoosterCreate(matrices.ToArray(), (ulong)matrices.Count, out var booster));
        foreach (var matrix in known)
            GC.KeepAlive(matrix);
        return booster;
    }

    public void Set(string parameter, string value) => XGBoostLibrary.Check(XGBoostLibrary.XGBoosterSetParam(this, parameter, value));

    /// <summary>The objective's usual loss on some rows after a round.</summary>
    public double Loss(int round, XGBoostMatrix rows)
    {
        XGBoostLibrary.Check(XGBoostLibrary.XGBoosterEvalOneIter(this, round, [rows.DangerousGetHandle()], ["rows"], 1, out var text));
        GC.KeepAlive(rows);
        // "[7]\trows-logloss:0.25"
        var told = Marshal.PtrToStringUTF8(text) ?? "";
        return double.Parse(told.AsSpan(told.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
    }

    protected override bool ReleaseHandle() => XGBoostLibrary.XGBoosterFree(handle) == 0;
}
