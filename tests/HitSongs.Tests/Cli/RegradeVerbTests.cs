using System.Text.Json;
using HitSongs.Tests.Cli.Review;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>Regrading a cohort from the command line.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RegradeVerbTests
{
    private ReviewedCohort cohort = null!;

    [SetUp]
    public void Write() => cohort = new ReviewedCohort();

    [TearDown]
    public void Delete() => cohort.Dispose();

    private string Out => Path.Combine(cohort.Path, "out");

    private CommandRun Regrade(params string[] more) => CommandRun.Of(["regrade", Out, "--rubric", cohort.Rubric, .. more]);

    private void RaiseThreshold(string to = "0.92")
    {
        var file = Path.Combine(cohort.Rubric, $"{HitSongs.Tests.Grading.Situation.Question}.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("atLeast: 0.75", $"atLeast: {to}", StringComparison.Ordinal));
    }

    [Test]
    public void Who_moved_and_why_is_told_in_summary_the_farthest_first()
    {
        Assert.That(Regrade().Output, Does.StartWith("2 submissions graded again: 0 moved"));
        RaiseThreshold("0.95");

        var run = Regrade();

        Assert.That(run.Output, Does.StartWith("2 submissions graded again: 2 moved, 0 now pass").And.Contain("2 × Passed → Failed").And.Contain("−6 points"));
        Assert.That(run.Output, Does.Contain("Moved farthest:").And.Contain("ada: ").And.Contain("eve: "));
    }

    [Test]
    public void The_same_is_one_array_by_json()
    {
        Regrade();
        RaiseThreshold();

        using var json = JsonDocument.Parse(Regrade("--json").Output);

        Assert.That(json.RootElement.EnumerateArray().Select(one => one.GetProperty("submission").GetString()), Is.EqualTo(new[] { "ada", "eve" }));
        var change = json.RootElement[0].GetProperty("changes")[0];
        Assert.That(change.GetProperty("criterion").GetString(), Is.EqualTo("roc"));
        Assert.That(change.GetProperty("now").GetProperty("points").GetDouble(), Is.Zero);
        Assert.That(json.RootElement[1].GetProperty("personShouldLook")[0].GetProperty("why").GetString(), Does.Contain("0.92"), "0.9 ± 0.02");
    }

    [Test]
    public void Damaged_marks_are_told_with_their_line_and_the_others_are_graded_all_the_same()
    {
        File.WriteAllText(cohort.MarksOf("ada"), "schema: hitsongs/marks/1\nsubmission: ada\nmarks:\n  - {question: q, points: many}\n");

        Regrade().AssertRefused("marks.yaml:4:");

        Assert.That(File.Exists(Path.Combine(Out, "eve", "grade.json")), Is.True);
    }
}
