namespace HitSongs.Reporting.Html;

/// <summary>A table that says what it shows and can be scrolled by keyboard where the page is narrow.</summary>
/// <param name="Caption">What the rows are.</param>
/// <param name="Numeric">Columns, from 0, that hold numbers.</param>
internal sealed record Table(string Caption, IReadOnlyList<string> Header, IReadOnlyList<int> Numeric)
{
    /// <summary>Whether all but the first column hold numbers: then the style sheet knows without being told for every cell.</summary>
    private bool AllNumeric => Header.Count > 1 && Enumerable.Range(1, Header.Count - 1).All(Numeric.Contains) && !Numeric.Contains(0);

    /// <summary>The first cell of a row is its header.</summary>
    public HtmlText Show(IEnumerable<IReadOnlyList<HtmlText>> rows) => HtmlText.Of($"""
        <div class="scroll" role="region" tabindex="0" aria-label="{Caption}"><table{HtmlText.When(AllNumeric, HtmlText.Trusted(" class=\"numbers\""))}>
        <caption>{Caption}</caption>
        <thead><tr>{Header.Select((title, column) => HtmlText.Of($"""<th scope="col"{Class(column)}>{title}</th>"""))}</tr></thead>
        <tbody>
        {rows.Select(row => HtmlText.Of($"<tr>{row.Select(Cell)}</tr>\n"))}</tbody>
        </table></div>
        """);

    /// <summary>Without caption and frame, for readers that have no style sheet of the report's.</summary>
    public HtmlText Bare(IEnumerable<IReadOnlyList<string>> rows) => HtmlText.Of($"""
        <table>
        <thead><tr>{Header.Select((title, column) => HtmlText.Of($"""<th scope="col"{BareClass(column)}>{title}</th>"""))}</tr></thead>
        <tbody>
        {rows.Select(row => HtmlText.Of($"<tr>{row.Select((cell, column) => BareCell(cell, column))}</tr>\n"))}</tbody>
        </table>
        """);

    /// <summary>Notebooks put all cells to the right, where only numbers belong.</summary>
    private HtmlText BareCell(string cell, int column)
    {
        var place = Numeric.Contains(column) ? BareClass(column) : HtmlText.Trusted(" style=\"text-align: left\"");
        return column == 0 ? HtmlText.Of($"""<th scope="row"{place}>{cell}</th>""") : HtmlText.Of($"<td{place}>{cell}</td>");
    }

    public HtmlText Show(IEnumerable<IReadOnlyList<string>> rows) => Show(rows.Select(row => row.Select(cell => HtmlText.Of($"{cell}")).ToArray()));

    private HtmlText Cell(HtmlText content, int column) => column == 0
        ? HtmlText.Of($"""<th scope="row"{Class(column)}>{content}</th>""")
        : HtmlText.Of($"<td{Class(column)}>{content}</td>");

    private HtmlText BareClass(int column) => HtmlText.Trusted(Numeric.Contains(column) ? " class=\"number\"" : "");

    private HtmlText Class(int column) => HtmlText.Trusted(Numeric.Contains(column) && !AllNumeric ? " class=\"number\"" : "");
}
