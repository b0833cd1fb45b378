using HitSongs.Cli.Terminal;
using HitSongs.Reporting;
using HitSongs.Reporting.Text;
using Spectre.Console;
using Status = HitSongs.Grading.Grades.Status;

namespace HitSongs.Grader;

/// <summary><c>dotnet test</c> as the grader: one case per criterion, named question/criterion.</summary>
public sealed class CriterionTests
{
    private static readonly HashSet<(string Question, string Reason)> Told = [];

    [OneTimeTearDown]
    public async Task PrintScores()
    {
        if (await CollectedQuestions.CompleteAsync() is not { } run)
        {
            return;
        }

        using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = 120;
        ScoreTable.Write(console, run.Grade, run.QuestionsInAll);
        TestContext.Progress.WriteLine(text.ToString());
    }

    [TestCaseSource(nameof(Criteria))]
    [OneLine]
    public async Task Criterion(string question, string criterion)
    {
        var score = (await CollectedQuestions.GradeAsync(question)).Criteria.Single(one => one.Id == criterion);
        var seen = score.Evidence.Count == 0 ? "" : $" [{score.Evidence[0].File}:{score.Evidence[0].Line}: {score.Evidence[0].Quote}]";
        // One crash fails every check of a demonstration: its reason is told once.
        var told = $"{CriterionName.Of(score)}: {score.Status}, {Numbers.PointsOf(score)} points. "
            + (Told.Add((question, score.Feedback)) || score.Status == Status.Passed ? $"{score.Feedback}{seen}" : "The same reason.").ReplaceLineEndings(" ");
        if (score.Status is Status.Ungraded or Status.Blocked)
        {
            // Waits for a person, for other data, or for a criterion that fails on its own: neither passed nor failed.
            Assert.Ignore(told);
        }

        if (score.Status != Status.Passed)
        {
            throw new PointsMissingException(told);
        }
    }

    private static IEnumerable<TestCaseData> Criteria()
    {
        try
        {
            return
            [
                .. CollectedQuestions.Rubric.Questions.SelectMany(q => q.Criteria.Select(c => new TestCaseData(q.Id, c.Id).SetName($"{q.Id}/{c.Id}"))),
            ];
        }
        catch (InvalidInputException e)
        {
            // No criteria, no grade: the run must fail, and say why.
            return [new TestCaseData("rubric", e.Message).SetName($"rubric: {e.Message}")];
        }
    }
}
