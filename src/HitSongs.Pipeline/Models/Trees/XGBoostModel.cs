namespace HitSongs.Pipeline;

/// <summary>Trained trees. Predicting is not safe on several threads at once.</summary>
public sealed class XGBoostModel : IDisposable
{
    private const string Format = """{"format": "json"}""";

    private readonly XGBoostBooster booster;
    private readonly int columns;
    private readonly int threads;

    internal XGBoostModel(XGBoostBooster booster, int columns, int threads)
    {
        this.booster = booster;
        this.columns = columns;
        this.threads = threads;
    }

    /// <summary>How many trees predict: all of them, or those up to the best where training was stopped early. A saved model has all.</summary>
    public int Trees { get; internal init; }

    /// <summary>Loads a model from what <see cref="Save"/> wrote.</summary>
    /// <param name="columns">Columns of the matrices that it was trained on.</param>
    /// <exception cref="XGBoostException">The bytes are no model.</exception>
    public static XGBoostModel Load(ReadOnlySpan<byte> json, int columns, int threads = 1)
    {
        var loaded = XGBoostBooster.Of();
        try
        {
            XGBoostLibrary.Check(XGBoostLibrary.XGBoosterLoadModelFromBuffer(loaded, json, (ulong)json.Length));
            loaded.Set("nthread", $"{threads}");
            return new XGBoostModel(loaded, columns, threads);
        }
        catch
        {
            loaded.Dispose();
            throw;
        }
    }

    /// <summary>One number per row: a probability or a value, as the objective says.</summary>
    /// <exception cref="ArgumentException">The columns are not those of training.</exception>
    public float[] Predict(FeatureMatrix features) => Ask(features, 0, 1);

    /// <summary>The same before the objective's last step: log odds for <see cref="XGBoostObjective.Logistic"/>.</summary>
    /// <inheritdoc cref="Predict"/>
    public float[] PredictMargin(FeatureMatrix features) => Ask(features, 1, 1);

    /// <summary>What each column adds to the margin of each row, by TreeSHAP.</summary>
    /// <returns>Row by row as many numbers as columns, and then the mean margin of the training rows: together they are the row's margin.</returns>
    /// <exception cref="ArgumentException">The columns are not those of training.</exception>
    public float[] Contributions(FeatureMatrix features) => Ask(features, 2, columns + 1);

    private unsafe float[] Ask(FeatureMatrix features, int type, int width)
    {
        if (features.Columns != columns)
            throw new ArgumentException($"The model was trained on {columns} columns, these rows have {features.Columns}.", nameof(features));
        if (features.Rows == 0)
            return [];

        var configuration = $$"""{"type": {{type}}, "training": false, "iteration_begin": 0, "iteration_end": {{Trees}}, "strict_shape": false}""";
        using var rows = XGBoostMatrix.Of(features, labels: default, threads);
        XGBoostLibrary.Check(XGBoostLibrary.XGBoosterPredictFromDMatrix(booster, rows, configuration, out _, out _, out var result));
        // The result lies in the booster's memory until its next call.
        var predictions = new ReadOnlySpan<float>(result, features.Rows * width).ToArray();
        GC.KeepAlive(booster);
        return predictions;
    }

    /// <summary>The model as XGBoost's JSON, which other versions and languages read.</summary>
    public unsafe byte[] Save()
    {
        XGBoostLibrary.Check(XGBoostLibrary.XGBoosterSaveModelToBuffer(booster, Format, out var length, out var data));
        var bytes = new ReadOnlySpan<byte>(data, (int)length).ToArray();
        GC.KeepAlive(booster);
        return bytes;
    }

    public void Dispose() => booster.Dispose();
}
