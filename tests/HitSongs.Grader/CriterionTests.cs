using HitSongs.Cli;
using HitSongs.Cli.Terminal;
using HitSongs.Grading.Rubrics;
using Spectre.Console;

namespace HitSongs.Grader;

/// <summary><c>dotnet test</c> as the grader: one case per criterion, named question/criterion.</summary>
public sealed class CriterionTests
{
    private GradeRun run = null!;

    [OneTimeSetUp]
    public async Task CollectAndGrade() => run = await GradeOfThisRun.CollectAsync();

    [OneTimeTearDown]
    public void PrintScores()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 120;
        ScoreTable.Write(console, run.Grade);
        TestContext.Progress.WriteLine(text.ToString());
    }

    [TestCaseSource(nameof(Criteria))]
    public void Criterion(string question, string criterion)
    {
        var score = run.Grade.Sections.SelectMany(s => s.Questions).Single(q => q.Id == question).Criteria.Single(c => c.Id == criterion);
        var told = $"{score.Status}, {score.Points:0.##} of {score.MaxPoints:0.##} points. {score.Feedback}"
            + string.Concat(score.Evidence.Select(e => $"{Environment.NewLine}  {e.File}:{e.Line}: {e.Quote}"));
        if (score.Status is HitSongs.Grading.Grades.Status.Ungraded or HitSongs.Grading.Grades.Status.Blocked)
        {
            // Waits for a person, for other data, or for a criterion that fails on its own: neither passed nor failed.
            Assert.Ignore(told);
        }

        Assert.That(score.Status, Is.EqualTo(HitSongs.Grading.Grades.Status.Passed), told);
    }

    private static IEnumerable<TestCaseData> Criteria()
    {
        try
        {
            return [.. RubricFolder.Read(GradeOfThisRun.Options.Rubric).Questions.SelectMany(q => q.Criteria.Select(c => new TestCaseData(q.Id, c.Id).SetName($"{q.Id}/{c.Id}")))];
        }
        catch (InvalidInputException e)
        {
            // No criteria, no grade: the run must fail, and say why.
            return [new TestCaseData("rubric", e.Message).SetName($"rubric: {e.Message}")];
        }
    }
}
