using System.Text.Json;
using HitSongs.Collecting.Collect;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Notebooks;
using HitSongs.Pipeline.Songs;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using HitSongs.Studies;
using HitSongs.Tests.Pipeline.Explanation;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class StudyChartTests
{
    private static readonly SongData Songs = StudySongs.LoudHits();

    private string _cache = "";

    [SetUp]
    public void Make_a_cache() => _cache = Directory.CreateTempSubdirectory("studies-").FullName;

    [TearDown]
    public void Remove_the_cache() => Directory.Delete(_cache, recursive: true);

    [Test]
    public void What_a_study_found_is_shown_with_charts_of_its_own()
    {
        var charts = PageState.Charts;
        Assert.That(charts.Select(chart => chart.Id), Is.Unique);
        Assert.That(
            charts.Select(chart => chart.Id),
            Is.SupersetOf(
                (string[])
                    [
                        "ranges-loudness",
                        "ranges-duration-ms",
                        "importance",
                        "importance-genre",
                        "dependence-loudness",
                        "ranking",
                        "models-ranking",
                        "models-popularity",
                        "learning",
                    ]
            )
        );
        Assert.That(
            charts.Select(chart => chart.Group).Distinct(),
            Is.EqualTo((string[])["The songs", "Hits and the others", "What models make of it", "The submission's model"])
        );
        Assert.That(charts.Where(chart => chart.Table.Rows.Count == 0 || chart.Table.Rows.Any(row => row.Count != chart.Table.Header.Count)), Is.Empty);
        Assert.That(charts.Select(chart => chart.Note), Is.All.EqualTo("Synthetic data"));
    }

    [Test]
    public void Models_stand_best_first_with_the_submission_among_them()
    {
        var chart = PageState.Charts.Single(chart => chart.Id == "models-ranking");
        Assert.That(chart.Table.Rows.Select(row => row[0]), Is.EqualTo((string[])["boosted trees", "linear", "this submission"]));
        Assert.That(chart.Caption, Does.Contain("The trivial model has 0.5."));
    }

    [Test]
    public void Durations_are_told_in_seconds() =>
        Assert.That(PageState.Charts.Single(chart => chart.Id == "ranges-duration-ms").Table.Rows[0][4], Does.StartWith("200 ("));

    [Test]
    public void Songs_are_studied_once_and_what_is_kept_gives_the_same_charts()
    {
        var studies = new StudyCache(_cache);
        Assert.That(studies.FindingsOf(Songs.Card), Is.Null);
        var (first, parts) = (studies.FindingsOf(Songs), 0);
        var again = studies.FindingsOf(Songs, _ => parts++);
        Assert.That(parts, Is.Zero);
        Assert.That(JsonSerializer.Serialize(again.Figures, Json), Is.EqualTo(JsonSerializer.Serialize(first.Figures, Json)));
        Assert.That(Tables(again), Is.EqualTo(Tables(first)).And.Not.Empty);
    }

    [Test]
    public void Models_are_compared_once_beside_a_learning_curve_that_ends_with_all_songs()
    {
        var studies = new StudyCache(_cache);
        var (told, study) = (new List<int>(), studies.ModelsOf(Songs, _ => { })!);
        Assert.That(JsonSerializer.Serialize(studies.ModelsOf(Songs, told.Add), Json), Is.EqualTo(JsonSerializer.Serialize(study, Json)));
        Assert.That(told, Is.Empty);
        Assert.That(study.Models.Select(model => model.Metrics[MetricNames.AreaUnderRocCurve].Value), Is.All.GreaterThan(0.8), "hits depend on loudness alone");
        Assert.That(study.Learning.Select(point => point.Songs), Is.Ordered.And.Unique);
        Assert.That(study.Learning[^1].Songs, Is.EqualTo(Songs.Songs.Count * 4 / 5), "four of five folds");
        Assert.That(study.Learning[^1].Validation.Value, Is.GreaterThan(study.Learning[0].Validation.Value));
    }

    [Test]
    public void A_kept_study_that_was_cut_short_is_made_anew()
    {
        var studies = new StudyCache(_cache);
        studies.FindingsOf(Songs);
        File.WriteAllText(Directory.GetFiles(Path.Combine(_cache, "studies")).Single(), "{ \"Figures\": {");
        Assert.That(studies.FindingsOf(Songs.Card), Is.Null);
        Assert.That(studies.FindingsOf(Songs).Conclusions, Is.Not.Empty);
    }

    [Test]
    public void Without_the_study_the_report_says_how_to_get_it()
    {
        using var page = Page.Parse(HtmlReport.Write(SampleReport.Create()));
        Assert.That(page.QuerySelector("#songs .note")!.TextContent, Does.Contain("hitsongs collect"));
    }

    [Test]
    public void A_study_in_evidence_is_read_back_as_it_was_written()
    {
        var evidence = SampleReport.Create().Evidence;
        var studied = evidence with
        {
            Songs = evidence.Songs! with { Findings = SampleStudy.Findings, Models = SampleStudy.Models },
            Cells = [new CellResult("a", [CellOutput.Printed("text")])],
        };
        EvidenceFolder.Write(_cache, studied);
        var read = EvidenceFolder.Read(_cache);
        Assert.That(Tables(read.Songs!.Findings!), Is.EqualTo(Tables(SampleStudy.Findings)));
        Assert.That(read.Songs.Models!.Models.Select(model => model.Name), Is.EqualTo(SampleStudy.Models.Models.Select(model => model.Name)));
        Assert.That(read.Cells!.Single().Outputs.Single().Stream, Is.EqualTo("text"));
    }

    [Test]
    public void Conclusions_stand_with_what_speaks_against_them()
    {
        using var page = Page.Parse(HtmlReport.Write(PageState.Of(PageState.WithoutCharts, RenderedCharts.None("not drawn"))));
        var finding = page.GetElementById("finding/importance")!;
        Assert.That(finding.QuerySelector("h4")!.TextContent, Does.StartWith("Which features matter most"));
        Assert.That(finding.TextContent, Does.Contain("But: Importance is that of a model").And.Contain("What would overturn it: Songs drawn"));
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static List<string> Tables(SongFindings findings) =>
        [.. SongCharts.Of(With(findings)).Select(chart => string.Join('\n', chart.Table.Rows.Select(row => string.Join('\t', row))))];

    private static SubmissionEvidence With(SongFindings findings)
    {
        var evidence = SampleReport.Create().Evidence;
        return evidence with { Songs = evidence.Songs! with { Findings = findings } };
    }
}
