using System.Runtime.CompilerServices;
using HitSongs.Demonstrations;
using HitSongs.Programs.Figures;
using ScottPlot;

namespace HitSongs.Programs;

/// <summary>A place for the figures of a program: ScottPlot draws them where the program runs.</summary>
/// <remarks>
/// <code>
/// using static HitSongs.Programs.Plotting;
/// var plot = new ScottPlot.Plot();
/// plot.Add.Bars([0.29, -0.12]);
/// plot.Axes.Bottom.SetTicks([0, 1], ["loudness", "acousticness"]);
/// plot.Title("Correlation with popularity");
/// plot.XLabel("Feature");
/// plot.YLabel("Spearman's rho");
/// Figure("correlations", plot);
/// </code>
/// </remarks>
public static class Plotting
{
    private const int LongestName = 60;

    private static readonly List<DrawnFigure> Drawn = [];

    /// <summary>Hands a figure back. Readers of the report see it, and its values can be compared with those that the harness computed.</summary>
    /// <param name="name">Letters, digits and hyphens; each name once. An answer embeds it as <c>![what one sees](name.png "caption")</c>.</param>
    /// <param name="plot">With a title, and a label on each axis that says what it measures and in which unit.</param>
    /// <param name="width">Pixels, 100 to 4,000.</param>
    /// <param name="height">Pixels, 100 to 4,000.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The name is none or was used before, the plot is empty, its size is none that can be drawn, or the
    /// pictures of all figures together are too large.</exception>
    public static void Figure(string name, Plot plot, int width = 640, int height = 420, [CallerLineNumber] int line = 0)
    {
        CheckName(name);
        Add(FigureDrawing.Draw(name, plot, width, height, line));
    }

    /// <summary>Hands several plots back as one figure.</summary>
    /// <inheritdoc cref="Figure(string, Plot, int, int, int)"/>
    public static void Figure(string name, Multiplot plots, int width = 840, int height = 560, [CallerLineNumber] int line = 0)
    {
        CheckName(name);
        Add(FigureDrawing.Draw(name, plots, width, height, line));
    }

    internal static IReadOnlyList<DrawnFigure> Figures => Drawn;

    /// <summary>Before a program runs: forgets the figures so far, and chooses a font for those to come.</summary>
    internal static void Begin()
    {
        Drawn.Clear();
        FigureDrawing.ChooseFont();
    }

    /// <summary>Where there is no room for both, the picture of points alone is kept, which every reader can show.</summary>
    private static void Add(DrawnFigure figure)
    {
        var left = HandbackLimits.PictureCharacters - Drawn.Sum(before => before.Png.Length + (before.Svg?.Length ?? 0));
        if (figure.Png.Length > left)
        {
            throw new ArgumentException(
                $"with figure \"{figure.Name}\" the pictures take more than {HandbackLimits.PictureCharacters >> 20} MiB together: draw fewer or smaller ones",
                nameof(figure)
            );
        }

        Drawn.Add(figure.Png.Length + (figure.Svg?.Length ?? 0) > left ? figure with { Svg = null } : figure);
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > LongestName || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException($"\"{name}\" is no name of a figure: use letters, digits and hyphens", nameof(name));
        }

        if (Drawn.Exists(figure => figure.Name == name))
        {
            throw new ArgumentException($"figure \"{name}\" was handed back before; each name is used once", nameof(name));
        }

        if (Drawn.Count == HandbackLimits.Figures)
        {
            throw new ArgumentException($"a program hands back at most {HandbackLimits.Figures} figures", nameof(name));
        }
    }
}
