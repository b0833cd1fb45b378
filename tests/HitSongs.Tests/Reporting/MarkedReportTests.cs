using HitSongs.Grading.Grades;
using HitSongs.Reporting.Exports;
using HitSongs.Reporting.Html;
using HitSongs.Tests.Reporting.Exports;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

/// <summary>A person's marks where people and other programs read a grade.</summary>
public sealed class MarkedReportTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly ScoreMark Mark = new(1, "Ada <b>", Noon, "Thin <script>.", new AutomaticScore(Status.Failed, 0, "Not found."), []);

    private static Grade With(Grade grade, Func<Score, Score> change)
    {
        var (section, question) = (grade.Sections[0], grade.Sections[0].Questions[0]);
        var changed = question with { Criteria = [change(question.Criteria[0]), .. question.Criteria.Skip(1)] };
        return grade with { Sections = [section with { Questions = [changed, .. section.Questions.Skip(1)] }, .. grade.Sections.Skip(1)] };
    }

    private static string PageOf(Func<Score, Score> change)
    {
        var report = SampleReport.Create();
        return HtmlReport.Write(report with { Grade = With(report.Grade, change) });
    }

    [Test]
    public void The_report_says_whose_points_they_are_and_what_the_harness_gives()
    {
        var page = PageOf(score => score with { Mark = Mark, Points = 1, Status = Status.Partial, Feedback = "Marked by Ada <b>: Thin <script>." });

        Assert.That(page, Does.Contain("by a person").And.Contain("Ada &lt;b&gt;, 2026-11-30 12:00 UTC. The harness: Failed, 0"));
        Assert.That(page, Does.Contain("Thin &lt;script&gt;.").And.Not.Contain("Thin <script>"));
    }

    [Test]
    public void The_report_tells_of_a_mark_that_does_not_count() =>
        Assert.That(
            PageOf(score => score with { StaleMark = new StaleMark(2, "Ada", Noon, "", "what was handed in has changed since") }),
            Does.Contain("The mark of Ada (2 points) does not count until it is confirmed"));

    [Test]
    public void The_report_flags_what_is_within_noise() =>
        Assert.That(PageOf(score => score with { NearThreshold = new NearThreshold(0.75, 0.4) }), Does.Contain("within noise"));

    [Test]
    public void Exports_say_that_a_person_gave_the_points()
    {
        var sample = SampleGrades.WithHarnessFault;
        var marked = sample with { Grade = With(sample.Grade, score => score with { Mark = Mark, Feedback = "Marked by Ada: Thin." }) };

        Assert.That(CsvRows.Of(new Export("csv", "x").Text([marked]))[1][^1], Does.Contain("Ada"));
        foreach (var kind in new[] { "csv", "gradescope", "classroom50" })
        {
            Assert.That(new Export(kind, "x").Text([marked]), Does.Contain("Marked by Ada: Thin."), kind);
        }
    }
}
