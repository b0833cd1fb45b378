using HitSongs.Reporting.Charts.Kit;
using HitSongs.Reporting.Text;
using HitSongs.Studies;
using ScottPlot;

namespace HitSongs.Reporting.Charts;

/// <summary>Partial dependence on one feature, for all songs and by genre, small and side by side.</summary>
internal static class DependenceChart
{
    private const int CellHeight = 118;

    /// <param name="feature">Its name and unit, such as "tempo (beats/min)".</param>
    /// <param name="curves">Each with the name of its songs.</param>
    /// <param name="scale">What the feature's values are multiplied with to be in that unit.</param>
    public static Chart Of(string id, string feature, IReadOnlyList<(string Name, PartialDependence Curve)> curves, double scale = 1)
    {
        var title = $"What a model makes of {feature}";
        var alt =
            $"Partial dependence of the predicted probability of a hit on {feature}, for {curves.Count} sets of songs."
            + (
                curves.Count == 0
                    ? ""
                    : $" Change from the lowest to the highest values: "
                        + $"{string.Join(", ", curves.Select(curve => $"{curve.Name} {Change(curve.Curve):+0.00;−0.00}"))}."
            );
        return new Chart(
            id,
            title,
            $"Mean predicted probability of a hit (%) when {feature} of every song is set to the same value, by audio alone. The band holds how 80 % of the "
                + "songs change from the left end on. It shows the model, not the world.",
            alt,
            new DataTable(
                ["Songs", Words.Title(feature), "Predicted probability of a hit", "Change of 80 % of the songs", "Songs that rise from end to end"],
                [
                    .. curves.SelectMany(curve =>
                        curve.Curve.Points.Select(point =>
                            new[]
                            {
                                curve.Name,
                                Numbers.Short(point.Value * scale),
                                $"{point.Mean:P1}",
                                $"{point.Low:+0.00;−0.00} to {point.High:+0.00;−0.00}",
                                $"{curve.Curve.Rising:P0}",
                            }
                        )
                    ),
                ]
            )
        )
        {
            Dense = true,
            Compose = width => Draw(width, feature, curves, scale),
        };
    }

    private static double Change(PartialDependence curve) => curve.Points.Count == 0 ? 0 : curve.Points[^1].Mean - curve.Points[0].Mean;

    private static ChartDrawing Draw(int width, string feature, IReadOnlyList<(string Name, PartialDependence Curve)> curves, double scale)
    {
        var columns = width == ChartDrawing.Narrow ? 3 : 6;
        var drawing = new ChartDrawing(width, ((curves.Count + columns - 1) / columns * CellHeight) + 26);
        drawing.Heading(Words.Title(feature), width / 2f, drawing.Height - 4);
        var known = curves.Where(curve => curve.Curve.Points.Count > 0).ToList();
        if (known.Count == 0)
        {
            return drawing;
        }

        var top = known.Max(curve => curve.Curve.Points.Max(point => Bound(curve.Curve, point.High))) * 1.06;
        foreach (var ((name, curve), place) in known.Zip(drawing.Cells(known.Count, columns, CellHeight)))
        {
            var plot = drawing.Panel(place);
            plot.Layout.Fixed(new PixelPadding(38, 8, 24, 20));
            drawing.Heading(ChartStyle.Short(name), (place.Left + 38 + place.Right - 8) / 2, place.Top + 19);
            double[] xs = [.. curve.Points.Select(point => point.Value * scale)];
            ChartStyle.Band(
                plot,
                xs,
                [.. curve.Points.Select(point => Bound(curve, point.Low))],
                [.. curve.Points.Select(point => Bound(curve, point.High))],
                ChartColours.Other
            );
            ChartStyle.Curve(plot, xs, [.. curve.Points.Select(point => point.Mean)], ChartColours.Other, dashed: false);
            foreach (var point in curve.Points)
            {
                drawing.Tell(
                    plot,
                    point.Value * scale,
                    point.Mean,
                    $"{name}: {feature} {Numbers.Short(point.Value * scale)}, predicted probability of a hit {point.Mean:P1}"
                );
            }

            var room = Math.Max(1e-9, 0.04 * (xs.Max() - xs.Min()));
            plot.Axes.SetLimits(xs.Min() - room, xs.Max() + room, 0, top);
            plot.Axes.Left.TickGenerator = ChartStyle.Ticks(value => $"{value * 100:0} %", 3);
            plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Numbers.Short, 3);
        }

        return drawing;
    }

    private static double Bound(PartialDependence curve, double change) => Math.Clamp(curve.Points[0].Mean + change, 0, 1);
}
