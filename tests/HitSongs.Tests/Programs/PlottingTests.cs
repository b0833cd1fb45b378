using HitSongs.Collecting.Run;
using HitSongs.Demonstrations;
using HitSongs.Programs;
using NUnit.Framework;
using ScottPlot;

namespace HitSongs.Tests.Programs;

/// <summary>What is read off a program's figures.</summary>
[NonParallelizable]
internal sealed class PlottingTests
{
    private static readonly string[] Names = ["loudness", "acousticness"];

    private Plot _plot = new();

    [SetUp]
    public void Begin()
    {
        Plotting.Begin();
        _plot = new Plot();
    }

    [TearDown]
    public void Dispose() => _plot.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public void Bars_are_read_with_the_names_at_their_axis_standing_or_lying(bool lying)
    {
        var bars = _plot.Add.Bars(new[] { 0.29, -0.12 });
        bars.LegendText = "Spearman";
        bars.Horizontal = lying;
        var axis = lying ? (IAxis)_plot.Axes.Left : _plot.Axes.Bottom;
        axis.SetTicks([0, 1], Names);
        _plot.Title("Correlation with popularity");
        _plot.XLabel("Feature");
        _plot.YLabel("Spearman's rho");

        Plotting.Figure("correlations", _plot);

        var figure = Plotting.Figures.Single();
        var plot = figure.Plots.Single();
        Assert.Multiple(() =>
        {
            Assert.That((plot.Title, plot.XLabel, plot.YLabel), Is.EqualTo(("Correlation with popularity", "Feature", "Spearman's rho")));
            Assert.That(plot.Legend, Is.EqualTo(["Spearman"]));
            Assert.That(plot.Values, Is.EqualTo([new DrawnValue("Spearman", "loudness", 0.29), new DrawnValue("Spearman", "acousticness", -0.12)]));
            Assert.That(Convert.FromBase64String(figure.Png).AsSpan(0, 8).ToArray(), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }));
            Assert.That(figure.Svg, Does.Contain("<svg").And.Contain("Correlation"));
        });
    }

    [Test]
    public void Points_lines_and_curves_are_read_by_the_place_or_the_name_that_they_belong_to()
    {
        _plot.Add.Scatter(new double[] { 2000, 2010 }, new double[] { 0.5, 0.25 });
        Plotting.Figure("years", _plot);
        var named = new Plot();
        named.Add.ScatterPoints(new[] { 0.29, -0.12 }, new double[] { 0, 1 });
        named.Axes.Left.SetTicks([0, 1], Names);
        Plotting.Figure("named", named);
        var signal = new Plot();
        signal.Add.Signal(new[] { 1.5, 2.5 });
        Plotting.Figure("signal", signal);

        Assert.That(
            Plotting.Figures.Select(figure => string.Join(", ", figure.Plots[0].Values.Select(value => $"{value.Label}={value.Value:0.##}"))),
            Is.EqualTo(["2000=0.5, 2010=0.25", "loudness=0.29, acousticness=-0.12", "0=1.5, 1=2.5"])
        );
    }

    [Test]
    public void A_heat_map_is_read_by_row_and_column()
    {
        _plot.Add.Heatmap(new double[,] { { 1, 0.5 }, { double.NaN, -0.25 } });
        _plot.Axes.Bottom.SetTicks([0, 1], ["a", "b"]);
        _plot.Axes.Left.SetTicks([0, 1], ["lower", "upper"]);
        Plotting.Figure("map", _plot);

        Assert.That(
            Plotting.Figures[0].Plots[0].Values.Select(value => $"{value.Label}={value.Value:0.##}"),
            Is.EqualTo(["upper / a=1", "upper / b=0.5", "lower / a=NaN", "lower / b=-0.25"])
        );
    }

    [Test]
    public void A_multiplot_is_one_figure_of_several_plots()
    {
        var plots = new Multiplot();
        plots.AddPlots(2);
        plots.GetPlot(0).Add.Bars(new[] { 1.0 });
        plots.GetPlot(1).Add.Bars(new[] { 2.0, 3.0 });
        plots.GetPlot(1).Title("Second");

        Plotting.Figure("both", plots);

        var figure = Plotting.Figures.Single();
        Assert.That(figure.Plots.Select(plot => plot.Values.Count), Is.EqualTo([1, 2]));
        Assert.That(figure.Plots[1].Title, Is.EqualTo("Second"));
        Assert.That(figure.Svg, Does.Contain("Second"));
    }

    [Test]
    public void Every_pair_of_nine_features_is_one_figure_and_more_plots_than_can_be_read_are_told_so()
    {
        var plots = new Multiplot();
        plots.AddPlots(81);
        plots.Layout = new ScottPlot.MultiplotLayouts.Grid(9, 9);
        foreach (var plot in plots.GetPlots())
        {
            plot.Add.ScatterPoints(Enumerable.Range(0, 1000).Select(i => i / 7.0).ToArray(), Enumerable.Range(0, 1000).Select(i => i * 1.5).ToArray());
        }

        Plotting.Figure("pairs", plots);
        plots.AddPlots(145);

        var figure = Plotting.Figures.Single();
        Assert.Multiple(() =>
        {
            Assert.That((figure.Plots.Count, FigureCheck.IsSound(figure)), Is.EqualTo((81, true)));
            Assert.That(figure.Plots.Select(plot => plot.Values.Count), Has.All.GreaterThan(0));
            Assert.That(figure.Plots.Select(plot => plot.Values.Count + plot.LeftOut), Has.All.EqualTo(1000));
            Assert.That(() => Plotting.Figure("more", plots), Throws.ArgumentException.With.Message.Contains("has 145 plots: choose at most 144"));
        });
    }

    [Test]
    public void A_title_of_any_length_and_with_half_a_character_is_handed_back_so_that_it_can_be_kept()
    {
        _plot.Add.Bars(new[] { 1.0 });
        _plot.Title($"{new string('a', 199)}\ud83c\udfb5{new string('b', 5000)}");
        _plot.XLabel("half \ud800 of a note");

        Plotting.Figure("long", _plot);

        var plot = Plotting.Figures.Single().Plots.Single();
        Assert.Multiple(() =>
        {
            Assert.That(FigureCheck.IsSound(Plotting.Figures.Single()));
            Assert.That((plot.Title, plot.XLabel), Is.EqualTo(($"{new string('a', 199)}\ufffd", "half \ufffd of a note")));
        });
    }

    [Test]
    public void Many_dense_figures_fit_without_their_drawings_in_lines_and_one_that_does_not_is_told_so()
    {
        var noise = new Random(5);
        for (var i = 0; i < 6; i++)
        {
            var dense = new Plot();
            dense.Add.ScatterPoints(Enumerable.Range(0, 3000).Select(_ => noise.NextDouble()).ToArray(), Enumerable.Range(0, 3000).Select(_ => noise.NextDouble()).ToArray());
            Plotting.Figure($"dense-{i}", dense, 1000, 800);
        }

        var map = _plot.Add.Heatmap(Matrix(noise));
        map.Smooth = true;

        Assert.Multiple(() =>
        {
            Assert.That(Plotting.Figures.Select(FigureCheck.IsSound), Has.All.True);
            Assert.That(Plotting.Figures.Sum(figure => figure.Png.Length + (figure.Svg?.Length ?? 0)), Is.LessThanOrEqualTo(4 << 20));
            Assert.That(() => Plotting.Figure("too-large", _plot, 4000, 4000), Throws.ArgumentException.With.Message.Contains("draw fewer or smaller ones"));
        });
    }

    private static double[,] Matrix(Random noise)
    {
        var matrix = new double[1000, 1000];
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i / 1000, i % 1000] = noise.NextDouble();
        }

        return matrix;
    }

    [Test]
    public void The_same_plot_is_drawn_to_the_same_bytes()
    {
        foreach (var name in (string[])["one", "two"])
        {
            var plot = new Plot();
            plot.Add.Bars(new[] { 0.29, -0.12 });
            plot.Add.Scatter(new double[] { 0, 1 }, new double[] { 1, 2 });
            Plotting.Figure(name, plot);
        }

        Assert.That(Plotting.Figures[1].Png, Is.EqualTo(Plotting.Figures[0].Png));
    }

    [Test]
    public void What_is_wrong_with_a_figure_is_told_in_one_line()
    {
        _plot.Add.Bars(new[] { 1.0 });
        Plotting.Figure("a", _plot);
        Assert.Multiple(() =>
        {
            Assert.That(() => Plotting.Figure("a", _plot), Throws.ArgumentException.With.Message.StartsWith("figure \"a\" was handed back before"));
            Assert.That(() => Plotting.Figure("../a", _plot), Throws.ArgumentException.With.Message.StartsWith("\"../a\" is no name of a figure"));
            Assert.That(() => Plotting.Figure("empty", new Plot()), Throws.ArgumentException.With.Message.Contains("shows no values"));
            Assert.That(() => Plotting.Figure("huge", _plot, 100_000), Throws.ArgumentException.With.Message.Contains("choose 100 to 4000"));
        });
    }
}
