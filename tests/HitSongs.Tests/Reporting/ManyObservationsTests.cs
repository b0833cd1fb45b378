using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Notebooks;
using HitSongs.Reporting;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>As many observations as may be handed back: nobody reads a thousand rows, and the page stays as small as another.</summary>
public sealed class ManyObservationsTests
{
    private const int Observed = 1000;
    private const int Shown = 100;

    [Test]
    public void The_page_shows_the_first_and_says_how_many_there_are()
    {
        using var page = Page.Parse(HtmlReport.Write(Many()));

        var tables = page.QuerySelectorAll("table").Where(table => table.TextContent.Contains("What it observed", StringComparison.Ordinal));
        Assert.That(tables.Select(table => table.QuerySelectorAll("tbody tr").Length), Is.Not.Empty.And.All.EqualTo(Shown));
        Assert.That(page.Body!.TextContent, Does.Contain($"The first {Shown} of {Observed:N0} rows are shown."));
    }

    [Test]
    public void So_does_the_notebook()
    {
        var notebook = Notebook.Write(Many(), ExecutedCells.None);

        Assert.That(notebook, Does.Contain("observed-99").And.Not.Contain("observed-100").And.Contain($"The first {Shown} of {Observed:N0} rows are shown."));
    }

    private static Report Many()
    {
        var report = SampleReport.Create();
        var observed = Enumerable.Range(0, Observed).Select(i => new Observation($"observed-{i}", 1, JsonValue.Create(i)));
        var questions = report.Evidence.Questions.Select(question => question.Demonstration is not { } run ? question : question with { Demonstration = run with { Observations = [.. observed] } });
        return report with { Evidence = report.Evidence with { Questions = [.. questions] } };
    }
}
