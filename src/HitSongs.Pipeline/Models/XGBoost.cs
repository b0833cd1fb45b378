namespace HitSongs.Pipeline;

/// <summary>Gradient-boosted trees by the system's libxgboost.</summary>
public static class XGBoost
{
    /// <summary>The library's version, such as 1.6.0.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static Version Version
    {
        get
        {
            XGBoostLibrary.Require();
            XGBoostLibrary.XGBoostVersion(out var major, out var minor, out var patch);
            return new Version(major, minor, patch);
        }
    }

    /// <summary>Trains a model; the same input and seed give the same model.</summary>
    /// <param name="features">At least one row and one column; NaN is missing, infinity is refused.</param>
    /// <param name="labels">One per row, finite.</param>
    /// <exception cref="XGBoostException">XGBoost refuses the parameters, the labels or a value.</exception>
    /// <exception cref="DllNotFoundException">The library is not installed; the message names the command that installs it.</exception>
    public static XGBoostModel Train(FeatureMatrix features, ReadOnlySpan<float> labels, XGBoostParameters parameters)
    {
        if (parameters.Threads < 1)
            throw new ArgumentException($"Threads is {parameters.Threads}; at least one is needed.", nameof(parameters));
        if (features.Rows == 0 || features.Columns == 0)
            throw new ArgumentException("There is nothing to learn from.", nameof(features));
        if (labels.Length != features.Rows)
            throw new ArgumentException($"There are {features.Rows} rows and {labels.Length} labels.", nameof(labels));

        using var training = XGBoostMatrix.Of(features, labels, parameters.Threads);
        var booster = XGBoostBooster.Of(training);
        try
        {
            foreach (var (name, value) in parameters.Settings)
                booster.Set(name, value);
            for (var round = 0; round < parameters.Rounds; round++)
                XGBoostLibrary.Check(XGBoostLibrary.XGBoosterUpdateOneIter(booster, round, training));
            return new XGBoostModel(booster, features.Columns, parameters.Threads);
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }
}
