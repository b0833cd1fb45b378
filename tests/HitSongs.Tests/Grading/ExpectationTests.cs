using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Expectations;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class ExpectationTests
{
    private static readonly Observed Observed = new(
    [
        new Observation("x", 3, JsonNode.Parse("1.5")),
        new Observation("g", 4, JsonNode.Parse("[[1, 2], [3, 4]]")),
        new Observation("name", 5, JsonNode.Parse("\"relu\"")),
        new Observation("leaf", 6, JsonNode.Parse("true")),
        new Observation("nan", 7, JsonNode.Parse("[\"NaN\", \"Infinity\", 1]")),
        new Observation("nothing", 8, null),
        new Observation("twice", 9, JsonNode.Parse("1")),
        new Observation("twice", 10, JsonNode.Parse("2")),
    ]);

    private static CheckResult Check(Action<CheckList, Observed> check)
    {
        var checks = new CheckList(Observed);
        check(checks, Observed);
        return checks.Results.Single();
    }

    [Test]
    public void Observations_are_read_by_name_and_type() =>
        Assert.Multiple(() =>
        {
            Assert.That(Observed.Number("x"), Is.EqualTo(1.5));
            Assert.That(Observed.Numbers("g"), Is.EqualTo(new[] { 1.0, 2, 3, 4 }));
            Assert.That(Observed.Numbers("x"), Is.EqualTo(new[] { 1.5 }));
            Assert.That(Observed.Numbers("nan"), Is.EqualTo(new[] { double.NaN, double.PositiveInfinity, 1 }));
            Assert.That(Observed.Text("name"), Is.EqualTo("relu"));
            Assert.That(Observed.Flag("leaf"), Is.True);
            Assert.That(Observed.Number("twice"), Is.EqualTo(2), "the last one counts");
        });

    [TestCase("x", new[] { 1.5 }, 0, true, "1.5")]
    [TestCase("x", new[] { 1.4 }, 0.2, true, "1.5")]
    [TestCase("x", new[] { 1.4 }, 0.05, false, "1.5")]
    [TestCase("g", new[] { 1.0, 2, 3, 4 }, 0, true, "[1, 2, 3, 4]")]
    [TestCase("g", new[] { 1.0, 2, 9, 4 }, 0.1, false, "number 3 is 3 instead of 9")]
    [TestCase("g", new[] { 1.0, 2, 3 }, 0.1, false, "4 numbers instead of 3")]
    [TestCase("nan", new[] { 0.0, 0, 1 }, 100, false, "NaN")]
    [TestCase("name", new[] { 1.0 }, 0, false, "\"name\" is \"relu\", which is not numbers")]
    [TestCase("none", new[] { 1.0 }, 0, false, "nothing was observed under the name \"none\"")]
    [TestCase("nothing", new[] { 1.0 }, 0, false, "null")]
    [TestCase("nothing", new double[0], 0, false, "null", Description = "what is missing is no empty list")]
    [TestCase("none", new double[0], 0, false, "nothing was observed")]
    public void Numbers_are_near_or_it_is_said_why_not(string name, double[] expected, double tolerance, bool holds, string seen)
    {
        var result = Check((checks, _) => checks.Near("gradient", name, expected, tolerance, "the gradient"));

        Assert.Multiple(() =>
        {
            Assert.That((result.Name, result.Holds), Is.EqualTo(("gradient", holds)));
            Assert.That(result.Seen, Does.Contain(seen));
            Assert.That(result.Expected, Does.StartWith("the gradient: "));
            Assert.That(result.Line, Is.EqualTo(Observed.Line(name)));
        });
    }

    [Test]
    public void Texts_flags_and_shapes_are_equal_or_not() =>
        Assert.Multiple(() =>
        {
            Assert.That(Check((checks, _) => checks.Equal("c", "name", "relu", "the layer")).Holds, Is.True);
            Assert.That(Check((checks, _) => checks.Equal("c", "name", "gelu", "the layer")).Holds, Is.False);
            Assert.That(Check((checks, _) => checks.Equal("c", "leaf", true, "whether it is a leaf")).Holds, Is.True);
            Assert.That(Check((checks, _) => checks.Equal("c", "none", false, "whether it is a leaf")).Holds, Is.False, "what is missing is not false");
            Assert.That(Check((checks, _) => checks.Equal("c", "none", "", "the layer")).Holds, Is.False, "what is missing is no empty text");
            Assert.That(Check((checks, _) => checks.Equal("c", "twice", [2L], "the shape")).Holds, Is.True);
        });

    [Test]
    public void A_condition_about_what_is_missing_or_of_another_type_does_not_hold() =>
        Assert.Multiple(() =>
        {
            Assert.That(Check((checks, _) => checks.True("c", "x", condition: true, "it is so")).Holds, Is.True);
            Assert.That(Check((checks, observed) => checks.True("c", "none", !(observed.Number("none") < 0), "it is not negative")).Holds, Is.False);
            Assert.That(
                Check((checks, observed) => checks.True("c", "name", !(observed.Number("name") < 0), "it is not negative")).Seen,
                Does.Contain("which is not a number")
            );
        });
}
