using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Native;

namespace HitSongs.Pipeline.Models.Trees;

/// <summary>Trained trees. Predicting is not safe on several threads at once.</summary>
public sealed class XGBoostModel : IDisposable
{
    private const string Format = """{"format": "json"}""";

    private readonly XGBoostBooster booster;
    private readonly int columns;
    private readonly int threads;
    private readonly Lazy<MaskedTrees?> masked;

    internal XGBoostModel(XGBoostBooster booster, int columns, int threads)
    {
        this.booster = booster;
        this.columns = columns;
        this.threads = threads;
        masked = new Lazy<MaskedTrees?>(() => MaskedTrees.Read(Save(), Trees));
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
    /// <inheritdoc cref="Predict(FeatureMatrix)"/>
    public float[] PredictMargin(FeatureMatrix features) => Ask(features, 1, 1);

    /// <summary>What <see cref="Predict(FeatureMatrix)"/> answers where some columns hold the values of other rows, many times faster than asking it.</summary>
    /// <param name="donors">Where the values come from; may be the rows themselves.</param>
    /// <returns>By exchange, by order, one number per row.</returns>
    /// <exception cref="ArgumentException">The columns are not those of training, or two exchanges share one.</exception>
    internal float[][][] Predict(FeatureMatrix rows, FeatureMatrix donors, IReadOnlyList<ColumnExchange> exchanges)
    {
        foreach (var features in new[] { rows, donors })
            Check(features);
        return masked.Value is { } trees
            ? new ExchangedPredictions(rows, donors, exchanges).Of(trees)
            : [.. exchanges.Select(exchange => exchange.Orders.Select((_, order) => Predict(exchange.Apply(rows, donors, order))).ToArray())];
    }

    /// <summary>What each column adds to the margin of each row, by TreeSHAP.</summary>
    /// <returns>Row by row as many numbers as columns, and then the mean margin of the training rows: together they are the row's margin.</returns>
    /// <exception cref="ArgumentException">The columns are not those of training.</exception>
    public float[] Contributions(FeatureMatrix features) => Ask(features, 2, columns + 1);

    private unsafe float[] Ask(FeatureMatrix features, int type, int width)
    {
        Check(features);
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

    private void Check(FeatureMatrix features)
    {
        if (features.Columns != columns)
            throw new ArgumentException($"The model was trained on {columns} columns, these rows have {features.Columns}.", nameof(features));
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
