using HitSongs.Pipeline;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.LightGbm;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class PermutedPredictionsTests
{
    /// <summary>Some dozens of leaves summed in single precision, beside the same sum in double precision.</summary>
    private const double SinglePrecision = 1e-5;

    private static readonly LightGbmSettings[] Kinds =
        [LightGbmSettings.CategorySplits with { Trees = 40 }, LightGbmSettings.OneHot with { Trees = 40, Leaves = 31, LeafRows = 2 }];

    [TestCaseSource(nameof(Kinds))]
    public void Permuted_columns_are_predicted_as_rows_that_have_them(LightGbmSettings settings)
    {
        var trained = TrainedRows.Of(settings);
        List<ColumnPermutation> permutations =
        [
            .. FeatureBlock.Of(trained.Rows.Names).Select((block, i) => new ColumnPermutation(block.Columns, Orders(trained.Rows.Rows, i, 2))),
        ];

        var answers = new PermutedPredictions(trained.Rows, trained.Rows, permutations).Of(trained.Trees);

        for (var i = 0; i < permutations.Count; i++)
        {
            for (var order = 0; order < 2; order++)
                Assert.That(
                    answers[i][order],
                    Is.EqualTo(Plain(trained.Trees, permutations[i].Apply(trained.Rows, trained.Rows, order))).Within(SinglePrecision),
                    trained.Rows.Names[permutations[i].Columns[0]]
                );
        }
    }

    [Test]
    public void Values_may_come_from_rows_of_another_matrix()
    {
        var trained = TrainedRows.Of(LightGbmSettings.OneHot with { Trees = 40 }, FeatureSet.Audio);
        var donors = trained.Rows with { Values = [.. trained.Rows.Row(0), .. trained.Rows.Row(7)], Rows = 2 };
        ColumnPermutation permutation = new([3], [new int[trained.Rows.Rows], [.. Enumerable.Repeat(1, trained.Rows.Rows)]]);

        var answers = new PermutedPredictions(trained.Rows, donors, [permutation]).Of(trained.Trees)[0];

        for (var donor = 0; donor < donors.Rows; donor++)
            Assert.That(answers[donor], Is.EqualTo(Plain(trained.Trees, permutation.Apply(trained.Rows, donors, donor))).Within(SinglePrecision));
        Assert.That(answers[0], Is.Not.EqualTo(answers[1]));
    }

    [Test]
    public void Columns_that_are_permuted_twice_are_refused()
    {
        var rows = new FeatureMatrix([1, 2], 1, ["a", "b"]);

        Assert.That(
            () =>
                new PermutedPredictions(
                    rows,
                    rows,
                    [
                        new(
                            [0],
                            [
                                [0],
                            ]
                        ),
                        new(
                            [1, 0],
                            [
                                [0],
                            ]
                        ),
                    ]
                ),
            Throws.ArgumentException.With.Message.Contain("Column 0")
        );
    }

    private static double[] Plain(BoostedTrees trees, FeatureMatrix rows) =>
        [.. Enumerable.Range(0, rows.Rows).Select(row => BoostedTrees.Probability(trees.Sum(rows.Row(row))))];

    private static int[][] Orders(int rows, int seed, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var order = Enumerable.Range(0, rows).ToArray();
        new SeededRandom((100 * seed) + i).Shuffle(order.AsSpan());
        return order;
    })];
}
