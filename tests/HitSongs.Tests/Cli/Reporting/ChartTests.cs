using System.Text.Json.Nodes;
using HitSongs.Cli.Reporting;
using HitSongs.Pipeline;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Reporting;

internal sealed class ChartTests
{
    private static readonly string[] Ids = ["popularity", "genres", "features", "roc"];

    private static readonly IReadOnlyList<Chart> Charts = SampleReport.Create(synthetic: false).Charts;

    [TestCaseSource(nameof(Ids))]
    public void The_specification_of_each_chart_is_as_accepted(string id) => Snapshot.Matches(ChartOf(id).Spec, id);

    [TestCaseSource(nameof(Ids))]
    public void Each_chart_describes_itself_and_names_its_axes_and_units(string id)
    {
        var chart = ChartOf(id);
        Assert.That((string?)chart.Spec["title"], Is.EqualTo(chart.Title));
        Assert.That((string?)chart.Spec["description"], Is.EqualTo(chart.AltText).And.Not.Empty);
        Assert.That(Axes(chart.Spec), Has.Count.GreaterThanOrEqualTo(2).And.All.Not.Empty);
        Assert.That(chart.Table.Rows, Is.Not.Empty.And.All.Count.EqualTo(chart.Table.Header.Count));
    }

    [Test]
    public void Charts_of_synthetic_songs_say_so_in_the_picture() =>
        Assert.That(SampleReport.Create(synthetic: true).Charts.Select(chart => (string?)chart.Spec["title"]!["subtitle"]), Is.All.EqualTo("Synthetic data"));

    [Test]
    public void The_histogram_says_in_words_how_many_songs_are_hits() =>
        Assert.That(ChartOf("popularity").AltText, Does.Contain("1,260 hits (popularity 68 or more)").And.Contain("2,835 others"));

    [Test]
    public void Genres_beyond_what_fits_the_picture_are_in_the_table()
    {
        var profile = SampleReport.Profile with { Genres = [.. Enumerable.Range(1, 40).Select(i => new GenreCount($"genre {i}", 100 - i, i))] };
        var chart = GenreHitShare.Of(profile);
        Assert.That(chart.Spec["data"]!["values"]!.AsArray(), Has.Count.EqualTo(25));
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
        Assert.That(features.Spec["data"]!["values"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((double)features.Spec["data"]!["values"]![0]!["median"]!, Is.EqualTo(0));
        Assert.That(features.Table.Rows[0], Has.Member("–"));
        Assert.That(GenreHitShare.Of(profile).AltText, Is.EqualTo("No genres."));
    }

    [Test]
    public void A_long_curve_is_thinned_and_keeps_its_ends()
    {
        RocPoint[] points = [.. Enumerable.Range(0, 100_001).Select(i => new RocPoint(i / 100_000.0, Math.Sqrt(i / 100_000.0)))];
        var values = RocChart.Of("roc", "a model", points, null).Spec["layer"]![1]!["data"]!["values"]!.AsArray();
        Assert.That(values, Has.Count.EqualTo(200));
        Assert.That(((double)values[0]!["x"]!, (double)values[^1]!["x"]!, (double)values[^1]!["y"]!), Is.EqualTo((0.0, 1.0, 1.0)));
    }

    private static Chart ChartOf(string id) => Charts.Single(chart => chart.Id == id);

    private static List<string?> Axes(JsonNode? node) => node switch
    {
        JsonObject part => [.. part.SelectMany(child => child.Key is "x" or "y" && child.Value is JsonObject axis && axis.ContainsKey("field") ? [(string?)axis["title"] ?? ""] : Axes(child.Value))],
        JsonArray parts => [.. parts.SelectMany(Axes)],
        _ => [],
    };
}
