namespace HitSongs.Demonstrations;

/// <summary>Limits on what a program hands back. Beyond them an author is told so where he hands it back; what arrives larger all the same was not written by
/// this library.</summary>
internal static class HandbackLimits
{
    public const int Observations = 1000;
    public const int LongestName = 300;

    /// <summary>Of all observations together, as JSON.</summary>
    public const int ObservedCharacters = 3 << 20;

    public const int Figures = 12;

    /// <summary>A figure of every pair of twelve features.</summary>
    public const int Plots = 144;

    /// <summary>Of one plot. More are drawn, but not read.</summary>
    public const int ValuesOfPlot = 2_000;

    /// <summary>Of the plots of one figure together.</summary>
    public const int ValuesOfFigure = 6_000;

    /// <summary>Titles, labels and names in legends are cut here.</summary>
    public const int LongestText = 200;

    /// <summary>Of the pictures of all figures together, PNG in base 64 and SVG.</summary>
    public const int PictureCharacters = 4 << 20;

    /// <summary>One line of the protocol: all of the above, with room for what JSON adds.</summary>
    public const int ResultBytes = 12 << 20;
}
