using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Charts;

/// <summary>A chart: its drawing, its words, and the table that says the same.</summary>
/// <param name="Id">Unique in a report; letters, digits and hyphens.</param>
/// <param name="Caption">What to see in it, one or two sentences.</param>
/// <param name="AltText">What a reader who does not see the chart needs to know.</param>
/// <param name="Spec">Vega-Lite specification with its data, aggregated figures only.</param>
public sealed record Chart(string Id, string Title, string Caption, string AltText, JsonObject Spec, DataTable Table)
{
    /// <summary>What it is about, with others; charts of one group stand together.</summary>
    public string Group { get; init; } = "";
}

/// <summary>Rows of text under a header; every row is as long as the header.</summary>
public sealed record DataTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);
