using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Native;

namespace HitSongs.Pipeline.Models.Trees;

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
    /// <param name="features">At least one row and one column; NaN is missing, infinity is refused. Columns of codes are split as categories.</param>
    /// <param name="labels">One per row, finite.</param>
    /// <param name="validation">Rows that <see cref="XGBoostParameters.EarlyStopping"/> watches; nothing else is learnt from them.</param>
    /// <exception cref="XGBoostException">XGBoost refuses the parameters, the labels or a value.</exception>
    /// <exception cref="DllNotFoundException">The library is not installed; the message names the command that installs it.</exception>
    public static XGBoostModel Train(
        FeatureMatrix features, ReadOnlySpan<float> labels, XGBoostParameters parameters, (FeatureMatrix Features, float[] Labels)? validation = null)
    {
        Check(features, labels, parameters, validation);
        using var training = XGBoostMatrix.Of(features, labels, parameters.Threads);
        using var watched = validation is { } rows ? XGBoostMatrix.Of(rows.Features, rows.Labels, parameters.Threads) : null;
        return Train(training, features.Columns, parameters, watched);
    }

    /// <summary>Trains a model for each of several targets on the same rows, which are binned only once; each is the model that training it alone gives.</summary>
    /// <inheritdoc cref="Train(FeatureMatrix, ReadOnlySpan{float}, XGBoostParameters, ValueTuple{FeatureMatrix, float[]}?)"/>
    internal static IReadOnlyList<XGBoostModel> TrainEach(FeatureMatrix features, IReadOnlyList<(float[] Labels, XGBoostParameters Parameters)> targets)
    {
        foreach (var (labels, parameters) in targets)
            Check(features, labels, parameters, validation: null);
        using var training = XGBoostMatrix.Of(features, labels: default, targets.Max(target => target.Parameters.Threads));
        var models = new List<XGBoostModel>();
        try
        {
            foreach (var (labels, parameters) in targets)
            {
                training.Label(labels);
                models.Add(Train(training, features.Columns, parameters, watched: null));
            }

            return models;
        }
        catch
        {
            models.ForEach(model => model.Dispose());
            throw;
        }
    }

    private static XGBoostModel Train(XGBoostMatrix training, int columns, XGBoostParameters parameters, XGBoostMatrix? watched)
    {
        var booster = XGBoostBooster.Of(training, watched);
        try
        {
            foreach (var (name, value) in parameters.Settings)
                booster.Set(name, value);
            var stopping = watched is null || parameters.EarlyStopping == 0 ? null : new EarlyStopping(parameters.EarlyStopping);
            for (var round = 0; round < parameters.Rounds && stopping?.Ends is not true; round++)
            {
                XGBoostLibrary.Check(XGBoostLibrary.XGBoosterUpdateOneIter(booster, round, training));
                stopping?.Note(booster.Loss(round, watched!));
            }

            return new XGBoostModel(booster, columns, parameters.Threads) { Trees = stopping?.Best ?? parameters.Rounds };
        }
        catch
        {
            booster.Dispose();
            throw;
        }
    }

    private static void Check(FeatureMatrix features, ReadOnlySpan<float> labels, XGBoostParameters parameters, (FeatureMatrix Features, float[] Labels)? validation)
    {
        if (parameters.Threads < 1)
            throw new ArgumentException($"Threads is {parameters.Threads}; at least one is needed.", nameof(parameters));
        if (parameters.Monotone.Count > 0 && parameters.Monotone.Count != features.Columns)
            throw new ArgumentException($"Monotone has {parameters.Monotone.Count} entries for {features.Columns} columns.", nameof(parameters));
        if (features.Rows == 0 || features.Columns == 0)
            throw new ArgumentException("There is nothing to learn from.", nameof(features));
        if (labels.Length != features.Rows)
            throw new ArgumentException($"There are {features.Rows} rows and {labels.Length} labels.", nameof(labels));
        if (validation is { } rows && (rows.Features.Columns != features.Columns || rows.Labels.Length != rows.Features.Rows))
            throw new ArgumentException("The validation rows have other columns than the training rows, or not one label each.", nameof(validation));
    }

    /// <summary>Remembers after which tree the loss was smallest.</summary>
    private sealed class EarlyStopping(int patience)
    {
        private double smallest = double.PositiveInfinity;
        private int trees;

        /// <summary>Trees up to the smallest loss.</summary>
        public int Best { get; private set; }

        public bool Ends => trees - Best >= patience;

        public void Note(double loss)
        {
            trees++;
            if (loss < smallest)
                (smallest, Best) = (loss, trees);
        }
    }
}
