using ScottPlot;

namespace HitSongs.Reporting.Charts.Kit;

/// <summary>The colours of all charts: Okabe and Ito's, told apart with every common kind of colour blindness. The report's style sheet names the same
/// values to lighten them on a dark page.</summary>
internal static class ChartColours
{
    public static readonly Color Hit = Color.FromHex("#D55E00");
    public static readonly Color Other = Color.FromHex("#0072B2");
    public static readonly Color Third = Color.FromHex("#009E73");
    public static readonly Color Ink = Color.FromHex("#3A3F47");
    public static readonly Color Grid = Color.FromHex("#E3E5E8");

    /// <summary>Numbers on coloured cells: dark on a dark page too, for the cells stay light.</summary>
    public static readonly Color OnCell = Color.FromHex("#1D2129");

    /// <summary>From falling over nothing to rising.</summary>
    public static readonly IReadOnlyList<Color> Diverging = [Color.FromHex("#2B83C6"), Color.FromHex("#F7F7F7"), Color.FromHex("#E08A3C")];

    /// <summary>Beside its colour every series has a shape.</summary>
    public static readonly IReadOnlyList<(Color Colour, MarkerShape Shape)> Series =
        [(Other, MarkerShape.FilledCircle), (Hit, MarkerShape.FilledDiamond), (Third, MarkerShape.FilledTriangleUp)];

    public static (Color Colour, MarkerShape Shape) OfKind(bool hits) => hits ? (Hit, MarkerShape.FilledCircle) : (Other, MarkerShape.FilledDiamond);
}
