using HitSongs.Pipeline;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Trees;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class ExchangedPredictionsTests
{
    private const int Rows = 300;
    private const int Categories = 30;

    /// <summary>Both sum the same leaves in the same order, in single precision; another library's exponential may differ in the last digit.</summary>
    private const float SinglePrecision = 1e-6f;

    [Test]
    public void Exchanged_columns_are_predicted_as_the_library_predicts_them(
        [Values] XGBoostObjective objective, [Values(1, 3, 6)] int depth, [Values] bool categories)
    {
        var (features, labels) = Made(seed: depth, categories);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(objective) { Rounds = 80, MaxDepth = depth, LearningRate = 0.2, MinChildWeight = 0 });
        ColumnExchange[] exchanges = [new([0], Orders(1, 3)), new([1, 3], Orders(2, 2)), new([2], Orders(3, 1))];

        var answers = model.Predict(features, features, exchanges);

        for (var i = 0; i < exchanges.Length; i++)
        {
            Assert.That(answers[i], Has.Length.EqualTo(exchanges[i].Orders.Count));
            for (var order = 0; order < answers[i].Length; order++)
                Assert.That(answers[i][order], Is.EqualTo(model.Predict(exchanges[i].Apply(features, features, order))).Within(SinglePrecision));
        }
    }

    [Test]
    public void Rows_that_keep_their_own_values_are_predicted_as_they_are()
    {
        var (features, labels) = Made(seed: 7, categories: false);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.Logistic) { Rounds = 50 });

        var answers = model.Predict(features, features, [new([0, 1], [Enumerable.Range(0, Rows).ToArray()])]);

        Assert.That(answers[0][0], Is.EqualTo(model.Predict(features)).Within(SinglePrecision));
    }

    [Test]
    public void Values_may_come_from_rows_of_another_matrix()
    {
        var (features, labels) = Made(seed: 8, categories: false);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.Logistic) { Rounds = 50 });
        var donors = new FeatureMatrix([0.1f, 0, 0, 0, float.NaN, 0, 0, 0], 2, features.Names);
        ColumnExchange exchange = new([0], [new int[Rows], [.. Enumerable.Repeat(1, Rows)]]);

        var answers = model.Predict(features, donors, [exchange])[0];

        for (var donor = 0; donor < donors.Rows; donor++)
            Assert.That(answers[donor], Is.EqualTo(model.Predict(exchange.Apply(features, donors, donor))).Within(SinglePrecision));
        Assert.That(answers[0], Is.Not.EqualTo(answers[1]));
    }

    [Test]
    public void Trees_of_more_leaves_than_a_mask_holds_are_asked_of_the_library()
    {
        var (features, labels) = Made(seed: 9, categories: false);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.SquaredError) { Rounds = 3, MaxDepth = 12, MinChildWeight = 0, Lambda = 0, Subsample = 1 });
        ColumnExchange exchange = new([1], Orders(4, 2));

        Assert.That(MaskedTrees.Read(model.Save(), model.Trees), Is.Null, "the trees must be large for this test");
        Assert.That(model.Predict(features, features, [exchange])[0][1], Is.EqualTo(model.Predict(exchange.Apply(features, features, 1))));
    }

    [Test]
    public void A_model_stopped_early_predicts_by_its_best_trees()
    {
        var (features, labels) = Made(seed: 10, categories: false);
        var (other, otherLabels) = Made(seed: 11, categories: false);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.Logistic) { Rounds = 200, LearningRate = 0.5, EarlyStopping = 3 }, (other, otherLabels));

        var answers = model.Predict(features, features, [new([0], [Enumerable.Range(0, Rows).ToArray()])]);

        Assert.That(model.Trees, Is.LessThan(200));
        Assert.That(answers[0][0], Is.EqualTo(model.Predict(features)).Within(SinglePrecision));
    }

    [Test]
    public void Columns_that_are_exchanged_twice_or_that_training_has_not_seen_are_refused()
    {
        var (features, labels) = Made(seed: 12, categories: false);
        using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.Logistic) { Rounds = 2 });

        Assert.That(() => model.Predict(features, features, [new([0], Orders(1, 1)), new([1, 0], Orders(1, 1))]), Throws.ArgumentException.With.Message.Contain("Column 0"));
        Assert.That(() => model.Predict(features, new FeatureMatrix([1], 1, ["x"]), [new([0], Orders(1, 1))]), Throws.ArgumentException.With.Message.Contain("4 columns"));
    }

    [Test]
    public void Several_targets_of_the_same_rows_get_the_models_that_each_alone_would()
    {
        var (features, labels) = Made(seed: 13, categories: true);
        var parameters = new XGBoostParameters(XGBoostObjective.Logistic) { Rounds = 30 };
        var popularities = labels.Select((label, i) => (40 * label) + (i % 17)).ToArray();

        var both = XGBoost.TrainEach(features, [(popularities, parameters with { Objective = XGBoostObjective.SquaredError }), (labels, parameters)]);
        using var popularity = XGBoost.Train(features, popularities, parameters with { Objective = XGBoostObjective.SquaredError });
        using var hit = XGBoost.Train(features, labels, parameters);

        Assert.That(both.Select(model => model.Save()), Is.EqualTo(new[] { popularity.Save(), hit.Save() }));
        foreach (var model in both)
            model.Dispose();
    }

    /// <summary>Three columns of numbers with gaps and one of codes, or a fourth of few numbers; labels that depend on all of them.</summary>
    private static (FeatureMatrix Features, float[] Labels) Made(int seed, bool categories)
    {
        var random = new SeededRandom(seed);
        var (values, labels) = (new float[Rows * 4], new float[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            var line = values.AsSpan(row * 4, 4);
            for (var column = 0; column < 3; column++)
                line[column] = random.Uniform() < 0.1 ? float.NaN : (float)random.Uniform();
            line[3] = random.Uniform() < 0.1 ? float.NaN : random.Below(Categories);
            var chance = (float.IsNaN(line[0]) ? 0.9 : line[0]) + (line[1] > 0.5 ? 0.3 : 0) - (0.2 * (float.IsNaN(line[2]) ? 0 : line[2])) + (line[3] % 3 == 0 ? 0.4 : 0);
            labels[row] = random.Uniform() < chance / 1.5 ? 1 : 0;
        }

        return (new FeatureMatrix(values, Rows, ["a", "b", "c", "d"]) { CategoryCounts = categories ? [0, 0, 0, Categories] : [] }, labels);
    }

    private static int[][] Orders(int seed, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var order = Enumerable.Range(0, Rows).ToArray();
        new SeededRandom((100 * seed) + i).Shuffle(order.AsSpan());
        return order;
    })];
}
