using System.Net;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>Records as rows of a table, the same in every kernel.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ShownTable : IShownAsHtml
{
    private readonly IReadOnlyList<CellOutput> outputs;

    internal ShownTable(System.Collections.IEnumerable records) => outputs = [.. Shown.Of(records)];

    internal IReadOnlyList<CellOutput> Outputs => outputs;

    string IShownAsHtml.Html() => string.Concat(outputs.Select(Html));

    /// <summary>Names in the first column, as <see cref="ProgramOutput"/> has them.</summary>
    internal static string Html(CellTable table) =>
        $"<table><thead><tr>{Cells("th", table.Header)}</tr></thead><tbody>{string.Concat(table.Rows.Select(Row))}</tbody></table>";

    private static string Row(IReadOnlyList<string> row) => $"<tr>{Cells("th", row.Take(1))}{Cells("td", row.Skip(1))}</tr>";

    private static string Html(CellOutput output) => output.Table is { } table ? Html(table) : $"<pre>{WebUtility.HtmlEncode(output.Value)}</pre>";

    private static string Cells(string element, IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => $"<{element} style=\"text-align: left\">{WebUtility.HtmlEncode(text)}</{element}>"));
}
