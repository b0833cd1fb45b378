using HitSongs.Demonstrations;
using HitSongs.Reporting.Charts.Submitted;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class SpecificationDrawingTests
{
    public const string Bars = """
        {"title":"Two features","mark":"bar","data":{"values":[{"f":"loudness","r":0.29},{"f":"energy","r":-0.12}]},
         "encoding":{"x":{"field":"f","type":"nominal","title":"Feature"},"y":{"field":"r","type":"quantitative","axis":{"title":"Spearman's rho"}}}}
        """;

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47];

    [Test]
    public void Bars_are_drawn_with_title_labels_and_values()
    {
        var figure = Drawn(Bars);
        var plot = figure.Plots.Single();
        Assert.That((plot.Title, plot.XLabel, plot.YLabel), Is.EqualTo(("Two features", "Feature", "Spearman's rho")));
        Assert.That(plot.Values, Is.EqualTo([new DrawnValue("", "loudness", 0.29), new DrawnValue("", "energy", -0.12)]));
        Assert.That(Convert.FromBase64String(figure.Png)[..4], Is.EqualTo(PngStart));
        Assert.That(Drawn(Bars).Png, Is.EqualTo(figure.Png), "the same bytes every time");
    }

    [Test]
    public void Bars_may_lie_and_stand_side_by_side_by_colour()
    {
        var figure = Drawn("""
            {"mark":{"type":"bar"},"data":{"values":[{"g":"pop","n":3,"k":"hits"},{"g":"pop","n":4,"k":"others"},{"g":"rock","n":1,"k":"hits"}]},
             "encoding":{"y":{"field":"g","type":"nominal"},"x":{"field":"n","type":"quantitative"},"color":{"field":"k"}}}
            """);
        Assert.That(figure.Plots[0].Legend, Is.EqualTo(["hits", "others"]));
        Assert.That(figure.Plots[0].Values, Does.Contain(new DrawnValue("others", "pop", 4)));
    }

    [TestCase("\"title\":\"Feature\"", "\"title\":\"\\ud800\"")]
    [TestCase("\"f\":\"loudness\"", "\"f\":\"\\ud800\"")]
    [TestCase("\"title\":\"Two features\"", "\"title\":\"\\udc00\"")]
    public void Half_a_surrogate_pair_is_drawn_as_nothing(string was, string now) =>
        Assert.That(Drawn(Bars.Replace(was, now, StringComparison.Ordinal)).Plots, Has.Count.EqualTo(1));

    [Test]
    public void More_layers_than_anyone_looks_at_are_not_drawn()
    {
        var layers = string.Join(',', Enumerable.Repeat("{}", 100_000));
        var figure = SpecificationDrawing.Draw("x.vl.json", Bars.Replace("\"mark\"", $"\"layer\":[{layers}],\"mark\"", StringComparison.Ordinal), out var problem);

        Assert.That((figure, problem), Is.EqualTo((null as DrawnFigure, "it has more than 20 layers")));
    }

    [TestCase("line")]
    [TestCase("point")]
    [TestCase("area")]
    public void Lines_and_points_are_drawn_over_numbers(string mark)
    {
        const string months =
            """{"title":{"text":"By month"},"layer":[{"mark":"MARK"},{"mark":"text"}],"data":{"values":[{"x":2,"y":5},{"x":1,"y":4},{"x":3,"y":null}]},"encoding":{"x":{"field":"x"},"y":{"field":"y"}}}""";
        var figure = Drawn(months.Replace("MARK", mark, StringComparison.Ordinal));
        Assert.That(figure.Plots[0].Title, Is.EqualTo("By month"));
        Assert.That(figure.Plots[0].Values.Select(value => value.Label), Is.EqualTo(["2", "1", "3"]));
    }

    [Test]
    public void A_heat_map_is_drawn_with_a_number_for_each_pair_of_names()
    {
        var figure = Drawn(
            """{"mark":"rect","data":{"values":[{"a":"energy","b":"loudness","c":0.7},{"a":"energy","b":"tempo","c":-0.1}]},"encoding":{"x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"nominal"},"color":{"field":"c","type":"quantitative"}}}"""
        );
        Assert.That(figure.Plots[0].Values, Is.EqualTo([new DrawnValue("", "loudness / energy", 0.7), new DrawnValue("", "tempo / energy", -0.1)]));
    }

    [TestCase("", "no JSON object")]
    [TestCase("[]", "no JSON object")]
    [TestCase("{\"mark\":\"bar\",\"mark\":\"bar\"}", "no JSON object")]
    [TestCase("{}", "no data of its own")]
    [TestCase("{\"mark\":\"bar\",\"data\":{\"url\":\"https://example.invalid\"},\"encoding\":{\"x\":{},\"y\":{}}}", "no data of its own")]
    [TestCase(
        "{\"mark\":\"bar\",\"data\":{\"values\":[{\"a\":1}]},\"encoding\":{\"x\":{\"field\":\"a\",\"bin\":true},\"y\":{\"aggregate\":\"count\"}}}",
        "computes its numbers"
    )]
    [TestCase(
        "{\"mark\":\"geoshape\",\"data\":{\"values\":[{\"a\":1}]},\"encoding\":{\"x\":{\"field\":\"a\"},\"y\":{\"field\":\"a\"}}}",
        "marks of the kind \"geoshape\""
    )]
    [TestCase("{\"layer\":[]}", "no layer")]
    public void What_cannot_be_drawn_says_why(string text, string said)
    {
        Assert.That(SpecificationDrawing.Draw("f.vl.json", text, out var problem), Is.Null);
        Assert.That(problem, Does.Contain(said));
    }

    [TestCase("""{"mark":7,"title":{"text":[1]},"data":{"values":[{"a":{"b":1},"c":"x"},7,null]},"encoding":{"x":{"field":"a"},"y":{"field":3}}}""")]
    [TestCase("""{"mark":"point","data":{"values":[{"a":1e308,"b":-1e308},{"a":-1e308,"b":1e308}]},"encoding":{"x":{"field":"a"},"y":{"field":"b"}}}""")]
    [TestCase("""{"mark":"bar","data":{"values":[{"a":"<script>","b":"no number"}]},"encoding":{"x":{"field":"a"},"y":{"field":"b"}}}""")]
    [TestCase("""{"mark":"rect","data":{"values":[{"a":1,"b":2}]},"encoding":{"x":{"field":"a"},"y":{"field":"b"}}}""")]
    public void Odd_specifications_do_no_harm(string text) => Assert.That(() => SpecificationDrawing.Draw("f.vl.json", text, out _), Throws.Nothing);

    private static DrawnFigure Drawn(string text)
    {
        var figure = SpecificationDrawing.Draw("figure.vl.json", text, out var problem);
        Assert.That(problem, Is.Empty);
        return figure!;
    }
}
