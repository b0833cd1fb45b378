using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.LightGbm;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class TreeShapTests
{
    /// <summary>Probabilities are singles: their log odds, of size 5 at most, are known to some 1e-5.</summary>
    private const double SinglePrecision = 5e-5;

    private static readonly LightGbmSettings[] Kinds =
        [LightGbmSettings.CategorySplits with { Trees = 40 }, LightGbmSettings.OneHot with { Trees = 40, Leaves = 31, LeafRows = 2 }];

    [TestCaseSource(nameof(Kinds))]
    public void Trees_laid_open_say_what_the_library_says(LightGbmSettings settings)
    {
        var trained = TrainedRows.Of(settings);

        var own = Enumerable.Range(0, trained.Rows.Rows).Select(row => trained.Trees.Sum(trained.Rows.Row(row)));

        Assert.That(own, Is.EqualTo(trained.LogOdds).Within(SinglePrecision));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Contributions_of_features_sum_to_the_rows_log_odds(LightGbmSettings settings)
    {
        var trained = TrainedRows.Of(settings);

        var shap = TreeShap.Of(trained.Trees, FeatureBlock.NumbersOf(trained.Rows.Names), trained.Rows, trained.Rows);

        Assert.That(shap.Features, Is.EqualTo(14), "thirteen audio features, and one for genre and subgenre");
        for (var row = 0; row < trained.Rows.Rows; row++)
            Assert.That(shap.Base + shap.Values.AsSpan(row * 14, 14).ToArray().Sum(), Is.EqualTo(trained.Trees.Sum(trained.Rows.Row(row))).Within(1e-9));
        Assert.That(
            shap.Base,
            Is.EqualTo(Enumerable.Range(0, trained.Rows.Rows).Average(row => trained.Trees.Sum(trained.Rows.Row(row)))).Within(1e-9),
            "the mean over the background"
        );
    }

    [Test]
    public void A_trees_contributions_are_those_of_the_definition()
    {
        // x ≤ 0: (y ≤ 0: 1, else 3), else 8; of four rows three go left at x, of those two left at y.
        var tree = new SplitTree([new TreeSplit(0, 0, null), new TreeSplit(1, 0, null)], [1, ~0], [~2, ~1], [1, 3, 8]);
        var rows = new FeatureMatrix([0, 0, 0, 0, 0, 1, 1, 0], 4, ["x", "y"]);

        var shap = TreeShap.Of(new BoostedTrees([tree], 0), [0, 1], rows, rows);

        // Nothing known: 13 / 4. x known left: 5 / 3; y known left: 3 / 4 · 1 + 1 / 4 · 8 = 11 / 4; both: 1.
        double none = 13.0 / 4, x = 5.0 / 3, y = 11.0 / 4;
        Assert.That(shap.Base, Is.EqualTo(none).Within(1e-12));
        Assert.That(shap.Values.Take(2), Is.EqualTo(new[] { (x - none + 1 - y) / 2, (y - none + 1 - x) / 2 }).Within(1e-12));
    }
}
