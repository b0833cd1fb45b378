using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Charts.Kit;
using HitSongs.Songs;
using HitSongs.Studies;
using HitSongs.Tests.Snapshots;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class ChartTests
{
    private static readonly string[] Ids = ["popularity", "genres", "features", "roc"];

    private static readonly IReadOnlyList<Chart> Charts = SampleReport.Create(synthetic: false).Charts;

    [TestCaseSource(nameof(Ids))]
    public void The_marks_of_each_chart_and_what_they_tell_are_as_accepted(string id) => Snapshot.Matches(Drawn(ChartOf(id)), id);

    [TestCaseSource(nameof(Ids))]
    public void Each_chart_describes_itself_and_names_its_axes_and_units(string id)
    {
        var chart = ChartOf(id);
        Assert.That(chart.AltText, Is.Not.Empty);
        Assert.That(Axes(chart), Has.Count.EqualTo(2).And.All.Not.Empty);
        Assert.That(chart.Table.Rows, Is.Not.Empty.And.All.Count.EqualTo(chart.Table.Header.Count));
    }

    [Test]
    public void Charts_of_synthetic_songs_say_so_in_the_picture() =>
        Assert.That(SampleReport.Create(synthetic: true).Charts.Select(chart => chart.Note), Is.All.EqualTo("Synthetic data"));

    [Test]
    public void The_histogram_says_in_words_how_many_songs_are_hits() =>
        Assert.That(ChartOf("popularity").AltText, Does.Contain("1,260 hits (popularity 68 or more)").And.Contain("2,835 others"));

    [Test]
    public void Genres_beyond_what_fits_the_picture_are_in_the_table()
    {
        var profile = SampleReport.Profile with { Genres = [.. Enumerable.Range(1, 40).Select(i => new GenreCount($"genre {i}", 100 - i, i))] };
        var chart = GenreHitShare.Of(profile);
        Assert.That(Marks(chart), Has.Count.EqualTo(25));
        Assert.That(chart.Table.Rows, Has.Count.EqualTo(40));
        Assert.That(chart.Caption, Does.Contain("15 genres"));
    }

    [Test]
    public void A_genre_without_songs_and_a_feature_without_values_divide_nothing_by_zero()
    {
        FeatureSummary unknown = new("energy", true, 0, 5, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        FeatureSummary constant = new("tempo", true, 5, 0, 120, 120, 120, 120, 120);
        var profile = new SongProfile([], [new("pop", 0, 0)], [unknown, constant]);
        var features = FeatureRanges.Of(profile);
        Assert.That(Marks(features), Is.EqualTo(["tempo (beats/min), hits: median 120, middle half 120 to 120 (5 songs)"]));
        Assert.That(features.Compose(ChartDrawing.Narrow).Marks[0].Area.Left, Is.Zero);
        Assert.That(features.Table.Rows[0], Has.Member("–"));
        Assert.That(GenreHitShare.Of(profile).AltText, Is.EqualTo("No genres."));
    }

    [Test]
    public void A_long_curve_is_thinned_and_keeps_its_ends()
    {
        RocPoint[] points = [.. Enumerable.Range(0, 100_001).Select(i => new RocPoint(i / 100_000.0, Math.Sqrt(i / 100_000.0)))];
        var marks = RocChart.Of("roc", "a model", points, null).Compose(ChartDrawing.Narrow).Marks;
        Assert.That(marks, Has.Count.LessThan(100));
        Assert.That((marks[0].Area.Left, marks[^1].Area.Left, marks[^1].Area.Top), Is.EqualTo((0.0, 1.0, 1.0)));
    }

    private static readonly NamedEstimate[] Estimates =
    [
        new("danceability", 0.031, 0.02, 0.042, 10),
        new("genre", 0.21, 0.19, 0.23, 10),
        new("key", -0.001, null, null, 10),
    ];

    private static readonly HitShare[] Shares = [new("January", 120, 48, 0.3169, 0.4893), new("February", 0, 0, 0, 1), new("March", 40, 6, 0.0706, 0.2907)];

    private static readonly NamedCurve[] Curves =
    [
        new("training", [new(500, 0.99, 0.98, 1, 500), new(2000, 0.97, 0.96, 0.98, 2000)]),
        new("validation", [new(500, 0.81, 0.77, 0.85, 500), new(2000, 0.88, 0.85, 0.91, 2000)]),
    ];

    private static PartialDependence Dependence(string? genre, double from, double to) =>
        new(
            FeatureSet.Audio,
            AudioFeature.Tempo,
            genre,
            [new(80, from, 0, 0), new(140, to, Math.Min(0, to - from) - 0.02, Math.Max(0, to - from) + 0.02)],
            to > from ? 0.9 : 0.1
        );

    private static HitRange Range(string genre, double hits, double others) =>
        new(
            AudioFeature.Tempo,
            genre,
            Band(hits, 30),
            Band(others, 60),
            new StatisticalTest("Mann-Whitney U", "", 90, 900, null, 0.01, new EffectSize("Cliff's delta", (hits - others) / 100)) { Q = 0.02 }
        );

    private static HitBand Band(double median, int songs) =>
        new(
            songs,
            new Estimate(median - 30),
            new Estimate(median - 12),
            new Estimate(median, median - 2, median + 3),
            new Estimate(median + 15),
            new Estimate(median + 40)
        );

    /// <summary>Every other chart, each from a few plain figures.</summary>
    internal static IEnumerable<TestCaseData<Chart>> FromFigures() =>
        (
            (Chart[])
                [
                    FeatureHistograms.Of([new("energy", [new(0, 0.5, 3, 10), new(0.5, 1, 9, 5)]), new("tempo", [new(60, 200, 12, 15)]), new("key", [])]),
                    CorrelationMap.Of([
                        new("energy", "loudness", 0.76, 0.74, 0.78, 900),
                        new("energy", "tempo", -0.1, -0.2, 0, 900),
                        new("loudness", "tempo", null, null, null, 2),
                    ]),
                    MissingValues.Of([new("energy", 0, 900), new("release month", 12, 900)]),
                    HitShareChart.Of("months", "month", Shares),
                    ModelCharts.PrecisionRecall(
                        "precision-recall",
                        "a model",
                        [new(0.1, 1), new(0.5, 0.8), new(1, 0.33)],
                        new Metric(0.74, 0.7, 0.78, 900, 0.33)
                    ),
                    ModelCharts.Calibration("calibration", "a model", [new(0.05, 0.02, 0.01, 0.09, 90), new(0.9, 0.7, 0.6, 0.79, 90)]),
                    ModelCharts.LearningCurve("learning", "AreaUnderRocCurve", Curves),
                    ModelCharts.Importance("importance", "audio alone", Estimates),
                    ModelCharts.Ranking("ranking", [new("audio, new artists", 0.73, 0.71, 0.74, 900), new("audio, within a playlist", 0.61, 0.57, 0.66, 900)]),
                    DependenceChart.Of(
                        "dependence-tempo",
                        "tempo (beats/min)",
                        [("all songs (900)", Dependence(null, 0.3, 0.4)), ("pop (300)", Dependence("pop", 0.6, 0.5))]
                    ),
                    HitRangeChart.Of("ranges-tempo", "tempo (beats/min)", [Range("pop", 118, 120), Range("ambient", 80, 99)]),
                    ModelCharts.Comparison(
                        "models",
                        "error of popularity",
                        "root mean square, points",
                        [new("boosted trees", 11.8, 11.2, 12.4, 900), new("this submission", 12.1, 11.5, 12.7, 450)],
                        18.1
                    ),
                ]
        ).Select(chart => new TestCaseData<Chart>(chart).SetArgDisplayNames(chart.Id));

    [TestCaseSource(nameof(FromFigures))]
    public void A_chart_of_figures_is_as_accepted_describes_itself_and_names_its_axes(Chart chart)
    {
        Snapshot.Matches(Drawn(chart), chart.Id);
        Assert.That(chart.AltText, Does.EndWith(".").And.Not.Contain("NaN"));
        Assert.That(chart.Table.Rows, Is.Not.Empty.And.All.Count.EqualTo(chart.Table.Header.Count));
        Assert.That(Marks(chart), Is.Not.Empty.And.All.Not.Contain("NaN"));
    }

    [Test]
    public void A_month_without_songs_is_left_out_of_the_chart_and_the_share_of_the_others_is_the_line()
    {
        var chart = HitShareChart.Of("months", "month", Shares);
        Assert.That(Marks(chart).Select(told => told.Split(':')[0]), Is.EqualTo(["January", "March"]));
        var line = chart.Compose(ChartDrawing.Narrow).Panels[0].Plot.GetPlottables<ScottPlot.Plottables.LinePlot>().First();
        Assert.That((line.Start.X, line.End.X), Is.EqualTo((54 / 160.0, 54 / 160.0)));
    }

    [Test]
    public void No_chart_shows_more_marks_than_a_page_can_move_smoothly()
    {
        var many = Enumerable.Range(0, 50_000).ToList();
        Chart[] charts =
        [
            ModelCharts.Importance("a", "b", [.. many.Select(i => new NamedEstimate($"{i}", i, i, i, 1))]),
            ModelCharts.LearningCurve("a", "b", [new NamedCurve("c", [.. many.Select(i => new CurveEstimate(i, i, i, i, 1))])]),
            ModelCharts.PrecisionRecall("a", "b", [.. many.Select(i => new PrecisionRecallPoint(i / 50_000.0, 0.5))], null),
        ];
        Assert.That(charts.Select(chart => Marks(chart).Count), Is.All.LessThanOrEqualTo(200));
    }

    [Test]
    public void Charts_of_nothing_are_empty_and_do_not_fail()
    {
        Chart[] charts =
        [
            FeatureHistograms.Of([]),
            CorrelationMap.Of([]),
            MissingValues.Of([]),
            HitShareChart.Of("a", "month", []),
            ModelCharts.PrecisionRecall("a", "b", [], null),
            ModelCharts.Calibration("a", "b", []),
            ModelCharts.LearningCurve("a", "b", []),
            ModelCharts.Importance("a", "b", []),
            ModelCharts.Ranking("a", []),
            DependenceChart.Of("a", "b", []),
            HitRangeChart.Of("a", "b", []),
            ModelCharts.Comparison("a", "b", null, [], null),
        ];
        Assert.That(charts.Select(chart => chart.Table.Rows), Is.All.Empty);
        Assert.That(charts.SelectMany(Marks), Is.Empty);
        Assert.That(() => charts.Select(chart => ChartRenderer.Render([chart])).ToList(), Throws.Nothing);
    }

    private static Chart ChartOf(string id) => Charts.Single(chart => chart.Id == id);

    private static List<string> Marks(Chart chart) => [.. chart.Compose(ChartDrawing.Narrow).Marks.Select(mark => mark.Told)];

    private static List<string> Axes(Chart chart) =>
        [.. chart.Compose(ChartDrawing.Narrow).Panels.SelectMany(panel => (string[])[panel.Plot.Axes.Bottom.Label.Text, panel.Plot.Axes.Left.Label.Text])];

    /// <summary>What a chart draws, in words: its axes, its legend and its marks.</summary>
    private static JsonObject Drawn(Chart chart)
    {
        var drawing = chart.Compose(ChartDrawing.Narrow);
        return new JsonObject
        {
            ["size"] = $"{drawing.Width} by {drawing.Height}",
            ["axes"] = Texts(Axes(chart).Where(label => label.Length > 0)),
            ["legend"] = Texts(drawing.Legend.Select(item => $"{item.Text}: {item.Colour.ToHex()} {item.Shape}")),
            ["headings"] = Texts(drawing.Headings.Select(heading => heading.Text)),
            ["marks"] = Texts(Marks(chart)),
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
