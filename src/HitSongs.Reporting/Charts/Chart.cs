using HitSongs.Reporting.Charts.Kit;

namespace HitSongs.Reporting.Charts;

/// <summary>A chart: its drawing, its words, and the table that says the same.</summary>
/// <param name="Id">Unique in a report; letters, digits and hyphens.</param>
/// <param name="Caption">What to see in it, one or two sentences.</param>
/// <param name="AltText">What a reader who does not see the chart needs to know.</param>
public sealed record Chart(string Id, string Title, string Caption, string AltText, DataTable Table)
{
    /// <summary>Topic, shared with others; charts of one group stand together.</summary>
    public string Group { get; init; } = "";

    /// <summary>Said under the title in the picture itself, such as that the data are synthetic; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it has so many parts that it gains by the whole width of a page.</summary>
    public bool Dense { get; init; }

    /// <summary>Draws it anew for a width in pixels.</summary>
    internal Func<int, ChartDrawing> Compose { get; init; } = width => new ChartDrawing(width, 0);
}

/// <summary>Rows of text under a header; every row is as long as the header.</summary>
public sealed record DataTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
