using System.Text.Json.Nodes;
using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>Figures from the program that draws them to those who read report and notebook.</summary>
internal sealed class DrawnFigureTests
{
    private const string Question = "evaluation/hit-songs/1-eda";

    [Test]
    public async Task Figures_that_a_program_draws_are_seen_in_the_page_and_in_the_notebook()
    {
        using var submission = new TemporaryFolder();
        var repository = Workplace.Find();
        var answers = Directory.CreateDirectory(Path.Combine(submission.Path, "answers", Question));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository.Root, "tests/HitSongs.Tests/Submissions/drawn-figures/answers", Question)))
        {
            File.Copy(file, Path.Combine(answers.FullName, Path.GetFileName(file)));
        }

        var artifacts = Path.Combine(submission.Path, "artifacts");
        var options = new GradeOptions(
            submission.Path,
            repository.Rubric,
            repository.Data,
            artifacts,
            repository.Cache,
            [Question],
            null,
            SandboxKind.Auto,
            Seed: 1
        );
        var run = await GradeRun.OfAsync(options, new Progress<CollectProgress>(), TestContext.Progress.WriteLine, CancellationToken.None);
        new ResultFiles(artifacts, Points: false).Write(run, [ResultFiles.Report, ResultFiles.Notebook]);

        using var page = Page.Parse(await File.ReadAllTextAsync(Path.Combine(artifacts, ResultFiles.Report)));
        var figures = page.QuerySelectorAll("figure.submitted").ToList();
        Assert.That(figures.Select(figure => figure.Id!.Split('/')[^1]), Is.EqualTo(["correlations", "two-plots"]));
        Assert.That(figures[0].QuerySelector("figcaption")!.TextContent, Does.StartWith("Figure 1: Spearman correlation of each audio feature"));
        Assert.That(figures[0].QuerySelectorAll("tbody tr"), Has.Length.EqualTo(13));
        Assert.That(figures[1].QuerySelector(".note")!.TextContent, Does.Contain("the horizontal axis of plot 1").And.Contain("the vertical axis of plot 2"));
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(artifacts, ResultFiles.Notebook)))!["cells"]!.AsArray();
        Assert.That(notebook.Count(cell => cell!["attachments"]?["correlations.png"] is not null), Is.EqualTo(1));
        Assert.That(
            notebook
                .SelectMany(cell => cell!["outputs"]?.AsArray() ?? [])
                .Count(output => output!["data"]?["image/png"] is not null && (string?)output["data"]!["text/plain"]![0] is "correlations" or "two-plots"),
            Is.EqualTo(2)
        );
    }
}
