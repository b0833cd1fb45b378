namespace HitSongs.Demonstrations;

/// <summary>A figure that a program of a submission handed back, as it was read and drawn where the program ran.</summary>
/// <param name="Name">What the answer embeds it by.</param>
/// <param name="Line">The line of the program that handed it back.</param>
/// <param name="Plots">One, or several of a multiplot.</param>
/// <param name="Png">At twice its size, in base 64.</param>
/// <param name="Svg">Null where it has too many marks to be of use.</param>
public sealed record DrawnFigure(string Name, int Line, IReadOnlyList<DrawnPlot> Plots, string Png, string? Svg);

/// <summary>Content of a plot, in words and numbers.</summary>
/// <param name="Title">Empty where it has none; so the labels of the axes.</param>
/// <param name="Legend">The names of its series.</param>
/// <param name="LeftOut">Values beyond what is kept of a plot.</param>
public sealed record DrawnPlot(string Title, string XLabel, string YLabel, IReadOnlyList<string> Legend, IReadOnlyList<DrawnValue> Values, int LeftOut = 0);

/// <summary>A number, and what it is the number of.</summary>
/// <param name="Series">Its name in the legend; empty where it has none.</param>
/// <param name="Label">At the axis; of a heat map "row / column".</param>
public sealed record DrawnValue(string Series, string Label, double Value);
