using System.Text.Json.Nodes;
using HitSongs.Collecting.Compile;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Expectations;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

public sealed class LoadedExpectationTests
{
    [Test]
    public void Inputs_that_are_withheld_are_checked_against_and_not_given()
    {
        var expectation = new LoadedExpectation(new Secretive(), "secretive.cs", "");

        var inputs = expectation.Draw(1);
        var given = expectation.Given(inputs);

        Assert.That(given.Select(input => input.Key), Is.EqualTo(new[] { "texts" }));
        Assert.That(given["texts"]!.ToJsonString(), Is.EqualTo("[\"one\"]"));
        Assert.That(expectation.Check(inputs, [new Observation("class", 1, JsonValue.Create(2))]).Single().Holds, Is.True);
    }

    private sealed class Secretive : Expectation
    {
        public override IReadOnlyList<string> Withheld => ["classes"];

        public override JsonObject Draw(Random random) => new() { ["texts"] = new JsonArray("one"), ["classes"] = new JsonArray(2) };

        public override void Check(JsonObject inputs, Observed observed, CheckList checks) =>
            checks.Near("class", "class", (double)inputs["classes"]![0]!, 0, "the class");
    }
}
