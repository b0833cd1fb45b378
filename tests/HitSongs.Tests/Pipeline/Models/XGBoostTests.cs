using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Native;
using HitSongs.Pipeline.Models.Trees;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class XGBoostTests
{
    private static readonly XGBoostParameters Small = new(XGBoostObjective.SquaredError) { Rounds = 60, LearningRate = 0.3, Subsample = 1, ColumnSampleByTree = 1 };

    [Test]
    public void A_step_is_learnt_exactly()
    {
        var features = Column(Enumerable.Range(0, 100).Select(i => (float)i).ToArray());
        var labels = Enumerable.Range(0, 100).Select(i => i < 50 ? 10f : 20f).ToArray();

        using var model = XGBoost.Train(features, labels, Small);

        // The remaining share after 60 rounds of learning rate 0.3 is at most 0.7^60 of the distance to the start at 0.5, plus shrinkage.
        Assert.That(model.Predict(Column([10, 90])), Is.EqualTo(new[] { 10f, 20f }).Within(0.05));
    }

    [Test]
    public void Missing_values_get_a_side_of_their_own()
    {
        var features = Column(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? float.NaN : i).ToArray());
        var labels = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 5f : -5f).ToArray();

        using var model = XGBoost.Train(features, labels, Small);

        Assert.That(model.Predict(Column([float.NaN, 101])), Is.EqualTo(new[] { 5f, -5f }).Within(0.05));
    }

    [Test]
    public void Probabilities_lie_between_zero_and_one_and_follow_the_labels()
    {
        var features = Column(Enumerable.Range(0, 100).Select(i => (float)i).ToArray());
        var labels = Enumerable.Range(0, 100).Select(i => i < 50 ? 0f : 1f).ToArray();

        using var model = XGBoost.Train(features, labels, Small with { Objective = XGBoostObjective.Logistic });
        var predictions = model.Predict(Column([0, 99]));

        Assert.That(predictions, Is.All.InRange(0f, 1f));
        Assert.That((predictions[0], predictions[1]), Is.EqualTo((0f, 1f)).Using<(float, float)>((a, b) => Math.Abs(a.Item1 - b.Item1) < 0.1 && Math.Abs(a.Item2 - b.Item2) < 0.1));
    }

    [Test]
    public void The_same_seed_gives_the_same_model_on_any_number_of_threads()
    {
        var (features, labels) = Noise();
        float[] Predict(int seed, int threads)
        {
            using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.SquaredError) { Rounds = 20, Seed = seed, Threads = threads });
            return model.Predict(features);
        }

        var first = Predict(seed: 1, threads: 1);

        Assert.That(Predict(seed: 1, threads: 1), Is.EqualTo(first));
        Assert.That(Predict(seed: 1, threads: 2), Is.EqualTo(first));
        Assert.That(Predict(seed: 2, threads: 1), Is.Not.EqualTo(first));
    }

    [Test]
    public void Models_trained_at_the_same_time_do_not_disturb_each_other()
    {
        var (features, labels) = Noise();
        float[] Predict(int seed)
        {
            using var model = XGBoost.Train(features, labels, new XGBoostParameters(XGBoostObjective.SquaredError) { Rounds = 20, Seed = seed });
            return model.Predict(features);
        }

        var alone = Enumerable.Range(0, 8).Select(Predict).ToArray();
        var together = new float[8][];
        Parallel.For(0, 8, i => together[i] = Predict(i));

        Assert.That(together, Is.EqualTo(alone));
    }

    [Test]
    public void A_saved_model_predicts_the_same()
    {
        var (features, labels) = Noise();
        using var model = XGBoost.Train(features, labels, Small);

        using var loaded = XGBoostModel.Load(model.Save(), features.Columns);

        Assert.That(loaded.Predict(features), Is.EqualTo(model.Predict(features)));
    }

    [Test]
    public void Bytes_that_are_no_model_are_refused_in_one_line()
    {
        var refusal = Assert.Throws<XGBoostException>(() => XGBoostModel.Load("no model"u8, 1));

        Assert.That(refusal!.Message, Is.Not.Empty.And.Not.Contains('\n'));
    }

    [Test]
    public void A_parameter_that_xgboost_refuses_is_told_in_its_own_words()
    {
        var refusal = Assert.Throws<XGBoostException>(() => XGBoost.Train(Column([1, 2]), [1f, 2f], Small with { Subsample = 3 }));

        Assert.That(refusal!.Message, Does.Contain("subsample").And.Not.Contain("\n"));
    }

    [Test]
    public void Labels_out_of_range_are_told_in_xgboosts_own_words()
    {
        var refusal = Assert.Throws<XGBoostException>(() => XGBoost.Train(Column([1, 2]), [0f, 2f], Small with { Objective = XGBoostObjective.Logistic }));

        Assert.That(refusal!.Message, Does.Contain("label").And.Not.Contain("\n"));
    }

    [Test]
    public void Rows_labels_and_columns_that_do_not_fit_are_refused()
    {
        using var model = XGBoost.Train(Column([1, 2]), [1f, 2f], Small);

        Assert.That(() => XGBoost.Train(Column([1, 2]), [1f], Small), Throws.ArgumentException.With.Message.Contains("2 rows and 1 labels"));
        Assert.That(() => XGBoost.Train(Column([]), [], Small), Throws.ArgumentException);
        Assert.That(() => XGBoost.Train(Column([1]), [1f], Small with { Threads = 0 }), Throws.ArgumentException);
        Assert.That(() => model.Predict(new FeatureMatrix([1, 2], 1, ["x", "y"])), Throws.ArgumentException.With.Message.Contains("trained on 1 columns"));
        Assert.That(model.Predict(Column([])), Is.Empty);
    }

    [Test]
    public void A_library_that_is_not_installed_is_told_with_the_command_that_installs_it()
    {
        var refusal = Assert.Throws<DllNotFoundException>(() => XGBoostLibrary.Load(["libxgboost-that-is-not-here.so"]));

        Assert.That(refusal!.Message, Does.Contain("sudo apt-get install libxgboost-dev").And.Contain("hitsongs doctor").And.Not.Contain("\n"));
    }

    [Test]
    public void The_librarys_version_is_known() => Assert.That(XGBoost.Version, Is.GreaterThanOrEqualTo(new Version(1, 6)));

    [Test]
    public void Categories_are_split_in_sets_whatever_their_codes()
    {
        // Codes 0, 2, 4, … are hits: no threshold separates them, one split in two sets does.
        var codes = Enumerable.Range(0, 200).Select(i => (float)(i % 20)).ToArray();
        var labels = codes.Select(code => code % 2 == 0 ? 1f : 0f).ToArray();
        var categories = Column(codes) with { CategoryCounts = [20] };

        using var native = XGBoost.Train(categories, labels, Small with { MaxDepth = 1 });
        using var numeric = XGBoost.Train(Column(codes), labels, Small with { MaxDepth = 1 });

        Assert.That(native.Predict(categories), Is.EqualTo(labels).Within(0.05));
        Assert.That(numeric.Predict(Column(codes)), Is.Not.EqualTo(labels).Within(0.3));
    }

    [TestCase(1)]
    [TestCase(-1)]
    public void Predictions_keep_the_direction_that_is_asked_for(int direction)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 300).Select(i => (float)i).ToArray();
        var labels = values.Select(value => (float)(Math.Sin(value / 20) + random.NextDouble())).ToArray();

        using var model = XGBoost.Train(Column(values), labels, Small with { Monotone = [direction] });
        var predictions = model.Predict(Column(values));

        Assert.That(direction > 0 ? predictions : predictions.Reverse(), Is.Ordered);
        Assert.That(() => XGBoost.Train(Column(values), labels, Small with { Monotone = [1, 1] }), Throws.ArgumentException);
    }

    [Test]
    public void Training_stops_where_the_validation_rows_gain_nothing_more()
    {
        var random = new Random(2);
        var features = Column(Enumerable.Range(0, 200).Select(_ => (float)random.NextDouble()).ToArray());
        var noise = Enumerable.Range(0, 200).Select(_ => (float)random.NextDouble()).ToArray();
        var other = Column(Enumerable.Range(0, 200).Select(_ => (float)random.NextDouble()).ToArray());

        using var model = XGBoost.Train(features, noise, Small with { Rounds = 200, EarlyStopping = 5 }, (other, noise));
        using var whole = XGBoost.Train(features, noise, Small with { Rounds = 200 });

        Assert.That(model.Trees, Is.InRange(1, 100), "there is nothing to learn from noise");
        Assert.That(whole.Trees, Is.EqualTo(200));
    }

    private static FeatureMatrix Column(float[] values) => new(values, values.Length, ["x"]);

    private static (FeatureMatrix Features, float[] Labels) Noise()
    {
        var values = Enumerable.Range(0, 1_200).Select(i => (float)(i * 7_919 % 1_009)).ToArray();
        return (new FeatureMatrix(values, 400, ["x", "y", "z"]), Enumerable.Range(0, 400).Select(i => (float)(i * 104_729 % 97)).ToArray());
    }
}
