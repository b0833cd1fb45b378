using AngleSharp.Html.Dom;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Charts.Submitted;
using HitSongs.Reporting.Html;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class HtmlReportTests
{
    private static readonly RenderedChart Drawing = new(
        "<svg role=\"img\" aria-labelledby=\"roc-title\"><title id=\"roc-title\">A curve</title></svg>",
        null,
        new byte[] { 1 }
    );

    private readonly IHtmlDocument _page = Page.Parse(HtmlReport.Write(SampleReport.Create()));

    [OneTimeTearDown]
    public void Close() => _page.Dispose();

    [Test]
    public void Nothing_in_the_report_runs_or_loads_anything() => Assert.That(Page.Dangers(_page), Is.Empty);

    [Test]
    public void Shared_passages_stand_side_by_side_and_the_place_in_the_answer_is_a_link()
    {
        var report = SampleReport.Create();
        var file = report.Evidence.Questions.Single(question => question.Question == SampleReport.Backpropagation).Answer!.File;
        var finding = new CopyFinding(SampleReport.Backpropagation, file, 3, "<b>these words</b>", "the prompt", 2, "These words", 12);
        using var page = Page.Parse(HtmlReport.Write(report with { Grade = report.Grade with { Copies = [finding] } }));
        var row = page.QuerySelector("#copies tbody tr")!;

        Assert.That(row.QuerySelectorAll("q").Select(passage => passage.TextContent), Is.EqualTo(new[] { "<b>these words</b>", "These words" }));
        Assert.That(row.QuerySelector("th a"), Is.Not.Null);
        Assert.That(page.QuerySelector("nav a[href='#copies']"), Is.Not.Null);
        Assert.That(_page.QuerySelector("#copies"), Is.Null, "nothing is said where there is nothing to compare");
        Assert.That(Page.Dangers(page), Is.Empty);
    }

    [Test]
    public void The_policy_of_the_page_allows_its_one_style_sheet_and_its_own_scripts_and_nothing_else()
    {
        using var page = Page.Parse(HtmlReport.Write(SampleReport.Create(answer: "<script>alert(1)</script>")));
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var scripts = Page.Scripts(page).Select(script => Page.Hash(script.TextContent)).ToList();
        Assert.That(scripts, Has.Count.EqualTo(2));
        Assert.That(
            policy,
            Is.EqualTo(
                $"default-src 'none'; style-src {Page.Hash(page.QuerySelector("style")!.TextContent)}; script-src {string.Join(' ', scripts)}; img-src "
                    + "data:; base-uri 'none'; form-action 'none'"
            )
        );
        Assert.That(page.QuerySelectorAll("style"), Has.Length.EqualTo(1));
    }

    [Test]
    public void The_style_sheet_names_no_other_address() =>
        Assert.That(_page.QuerySelector("style")!.TextContent, Does.Not.Contain("url(").And.Not.Contain("@import"));

    [Test]
    public void Headings_start_at_one_and_leave_no_level_out()
    {
        var levels = _page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.That(levels[0], Is.EqualTo(1));
        Assert.That(levels.Count(level => level == 1), Is.EqualTo(1));
        Assert.That(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1), Is.Empty);
    }

    [Test]
    public void Every_landmark_is_there_once_and_the_skip_link_leads_to_the_main_one()
    {
        Assert.That(
            _page.QuerySelectorAll("body > header, nav[aria-label], main, body > footer").Select(mark => mark.LocalName),
            Is.EqualTo(["header", "nav", "main", "footer"])
        );
        Assert.That(_page.Body!.FirstElementChild!.GetAttribute("href"), Is.EqualTo("#" + _page.QuerySelector("main")!.Id));
        Assert.That(_page.DocumentElement.GetAttribute("lang"), Is.EqualTo("en"));
    }

    [Test]
    public void Ids_are_unique_and_every_link_inside_the_page_leads_to_one()
    {
        var ids = Page.Ids(_page).ToList();
        Assert.That(ids, Is.Unique);
        var inside = Page.Targets(_page).Where(target => target.StartsWith('#')).Select(target => target[1..]).Distinct().ToList();
        Assert.That(inside, Has.Count.GreaterThan(10).And.SubsetOf(ids));
    }

    [Test]
    public void A_quote_leads_to_the_line_that_it_was_taken_from()
    {
        var link = _page.QuerySelectorAll("cite a").First(link => link.TextContent == "answer.md:7");
        var line = _page.GetElementById(link.GetAttribute("href")![1..])!;
        Assert.That(line.TextContent, Does.Contain("Gradients accumulate in .grad; they are not overwritten."));
    }

    [Test]
    public void Every_table_says_what_it_shows_and_what_its_columns_and_rows_are()
    {
        foreach (var table in _page.QuerySelectorAll("table").Where(table => table.Closest(".prose") is null))
        {
            Assert.That(table.QuerySelector("caption")?.TextContent, Is.Not.Null.And.Not.Empty, table.OuterHtml);
            var columns = table.QuerySelectorAll("thead th[scope='col']").Length;
            Assert.That(columns, Is.GreaterThan(1), table.OuterHtml);
            Assert.That(table.QuerySelectorAll("tbody tr").Select(row => row.ChildElementCount), Is.All.EqualTo(columns), table.OuterHtml);
            Assert.That(table.QuerySelectorAll("tbody tr > :first-child").Select(cell => cell.GetAttribute("scope")), Is.All.EqualTo("row"), table.OuterHtml);
        }
    }

    [Test]
    public void Every_picture_has_a_name_or_is_hidden_as_decoration()
    {
        var report = SampleReport.Create();
        var rendered = new RenderedCharts(new Dictionary<string, RenderedChart> { ["roc"] = Drawing }, null);
        using var page = Page.Parse(HtmlReport.Write(report with { Rendered = rendered }));
        var pictures = page.QuerySelectorAll("svg").ToList();
        Assert.That(pictures.Count(picture => picture.GetAttribute("role") == "img"), Is.EqualTo(2), "the curve, and how the grade is made of sections");
        foreach (var picture in pictures.Where(picture => picture.GetAttribute("aria-hidden") != "true"))
        {
            Assert.That(page.GetElementById(picture.GetAttribute("aria-labelledby") ?? "")?.TextContent, Is.Not.Null.And.Not.Empty);
        }
    }

    [Test]
    public void The_figures_of_a_submission_are_shown_with_their_captions_and_values_and_axes_without_a_label_are_told()
    {
        using var page = Page.Parse(HtmlReport.Write(SampleReport.WithFigures()));
        var figures = page.QuerySelectorAll("figure.submitted").ToList();
        Assert.That(figures, Has.Count.EqualTo(2));
        Assert.That(figures[0].QuerySelector("img")!.GetAttribute("alt"), Is.EqualTo("Bars of loudness and energy"));
        Assert.That(figures[0].QuerySelector("figcaption")!.TextContent, Does.StartWith("Figure 1: what rises"));
        Assert.That(figures[0].QuerySelectorAll("tbody tr").Select(row => row.TextContent), Is.EqualTo(["loudness0.29", "energy-0.12"]));
        Assert.That(figures[0].QuerySelector(".note"), Is.Null);
        Assert.That(figures[1].QuerySelectorAll("details"), Has.Length.EqualTo(2), "each of several plots has its values");
        Assert.That(figures[1].QuerySelector(".note")!.TextContent, Does.Contain("the horizontal axis of plot 2, the vertical axis of plot 2"));
        Assert.That(page.QuerySelector(".answer a[href$='/drawn/bars']")!.TextContent, Is.EqualTo("[image: Bars of loudness and energy]"));
        Assert.That(Page.Dangers(page), Is.Empty);
    }

    [Test]
    public void Vega_Lite_files_of_a_submission_are_shown_as_pictures_or_told_not_to_be()
    {
        var report = SampleReport.Create(answer: "![Bars of two features](bars.vl.json \"Figure 2\")");
        FigureFile[] files =
        [
            new("answers/x/bars.vl.json", SpecificationDrawingTests.Bars),
            new("answers/x/pie.vl.json", SpecificationDrawingTests.Bars.Replace("bar", "arc", StringComparison.Ordinal)),
            new("answers/x/none.vl.json", null),
        ];
        report = report with
        {
            Evidence = report.Evidence with
            {
                Questions =
                [
                    .. report.Evidence.Questions.Select(question =>
                        question.Question == SampleReport.Backpropagation ? question with { Figures = files } : question
                    ),
                ],
            },
        };
        using var page = Page.Parse(HtmlReport.Write(report with { Specifications = SubmittedSpecifications.Of(report.Evidence) }));
        Assert.That(page.QuerySelector("figure.submitted img")!.GetAttribute("alt"), Is.EqualTo("Bars of two features"));
        Assert.That(page.QuerySelector("figure.submitted figcaption")!.TextContent, Does.Contain("Figure 2").And.Contain("Drawn from the submission's file"));
        Assert.That(
            page.QuerySelectorAll(".note").Select(note => note.TextContent),
            Has.Some.Contain("pie.vl.json is not drawn here: marks of the kind \"arc\" are not drawn here")
        );
        Assert.That(page.QuerySelector(".answer a[href$='/drawn/bars.vl.json']"), Is.Not.Null);
        Assert.That(Page.Dangers(page), Is.Empty);
    }

    [Test]
    public void Without_pictures_the_report_says_why_and_shows_the_tables_of_all_charts()
    {
        var charts = _page.QuerySelector("#songs")!;
        Assert.That(_page.QuerySelectorAll("#songs .note").Select(note => note.TextContent), Has.Some.Contain("the font DejaVu Sans is not installed"));
        Assert.That(charts.QuerySelectorAll("figure > details[open] table"), Has.Length.EqualTo(4));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Synthetic_songs_are_said_on_the_face_of_the_report_and_real_ones_are_not_called_so(bool synthetic)
    {
        using var page = Page.Parse(HtmlReport.Write(SampleReport.Create(synthetic: synthetic)));
        Assert.That(page.QuerySelector("header")!.TextContent.Contains("SYNTHETIC DATA", StringComparison.Ordinal), Is.EqualTo(synthetic));
        Assert.That(page.Body!.TextContent.Contains("synthetic", StringComparison.OrdinalIgnoreCase), Is.EqualTo(synthetic));
    }

    [Test]
    public void Passing_and_failing_are_said_in_words()
    {
        var report = SampleReport.Create();
        using var passed = Page.Parse(HtmlReport.Write(report with { Grade = report.Grade with { Passed = true } }));
        Assert.That(_page.QuerySelector(".verdict")!.TextContent, Is.EqualTo("Not passed"));
        Assert.That(passed.QuerySelector(".verdict")!.TextContent, Is.EqualTo("Passed"));
        Assert.That(
            _page.QuerySelectorAll(".badge").Select(badge => badge.TextContent),
            Has.Some.Contain("Passed").And.Some.Contain("Blocked").And.Some.Contain("Ungraded")
        );
    }

    [Test]
    public void What_to_mend_first_is_what_lost_most_and_leaves_out_what_is_not_the_authors()
    {
        var losses = _page.QuerySelectorAll(".mend li").Select(loss => loss.TextContent).ToList();
        Assert.That(losses, Has.Count.EqualTo(2));
        Assert.That(losses[0], Does.Contain("−3").And.Contain("Tensor and Variable"));
        Assert.That(losses[1], Does.Contain("−2.5").And.Contain("Backpropagation"));
    }

    [Test]
    public void One_cause_that_cost_several_criteria_is_told_once_with_all_that_it_cost()
    {
        var report = SampleReport.Create();
        var section = report.Grade.Sections[0];
        Score[] scores = [.. new[] { "one", "two-three" }.Select(id => new Score(id, "concept", Status.Failed, 0, 2, "answer.md is missing", []))];
        using var page = Page.Parse(
            HtmlReport.Write(
                report with
                {
                    Grade = report.Grade with { Sections = [section with { Questions = [section.Questions[0] with { Criteria = scores }] }] },
                }
            )
        );
        var loss = page.QuerySelectorAll(".mend li").Single();
        Assert.That(loss.TextContent, Does.Contain("−4").And.Contain("One; Two three"));
    }

    [Test]
    public void Every_action_of_the_data_card_is_listed_with_its_count()
    {
        var text = _page.QuerySelector("#songs")!.TextContent;
        Assert.That(text, Does.Contain("Repeated track id").And.Contain("336").And.Contain("Year only release date").And.Contain("214"));
    }

    [Test]
    public void A_missing_answer_and_a_missing_demonstration_are_said()
    {
        var text = _page.GetElementById("question/" + SampleReport.Tensors)!.TextContent;
        Assert.That(text, Does.Contain("No answer.md was handed in.").And.Contain("There is no Demonstration.cs in the folder."));
    }

    [Test]
    public void A_question_without_evidence_and_prompt_still_shows_its_criteria()
    {
        var report = SampleReport.Create();
        var bare = report with { Questions = [], Evidence = report.Evidence with { Questions = [], Songs = null }, Charts = [] };
        using var page = Page.Parse(
            HtmlReport.Write(bare with { Grade = bare.Grade with { Metrics = new Dictionary<string, HitSongs.Metrics.Metric>() } })
        );
        Assert.That(page.QuerySelectorAll("article"), Has.Length.EqualTo(3));
        Assert.That(page.QuerySelector("#songs"), Is.Null);
        Assert.That(page.QuerySelectorAll("cite a"), Is.Empty, "there is no line to lead to");
        Assert.That(page.QuerySelector("cite")!.TextContent, Does.EndWith("answer.md:3"));
    }

    [Test]
    public void Writing_twice_gives_the_same_bytes()
    {
        var first = HtmlReport.Write(SampleReport.Create());
        Assert.That(HtmlReport.Write(SampleReport.Create()), Is.EqualTo(first));
    }

    [Test]
    public void A_rubric_without_questions_makes_an_empty_report()
    {
        var report = SampleReport.Create();
        var empty = report with { Grade = report.Grade with { Sections = [], Points = 0, MaxPoints = 0, Status = Status.Ungraded } };
        using var page = Page.Parse(HtmlReport.Write(empty));
        Assert.That(page.QuerySelector(".result")!.TextContent, Does.Contain("0 of 0 points"));
    }
}
