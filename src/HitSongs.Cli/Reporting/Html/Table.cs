namespace HitSongs.Cli.Reporting;

/// <summary>A table that says what it shows and can be scrolled by keyboard where the page is narrow.</summary>
/// <param name="Caption">What the rows are.</param>
/// <param name="Numeric">Columns, from 0, that hold numbers.</param>
internal sealed record Table(string Caption, IReadOnlyList<string> Header, IReadOnlyList<int> Numeric)
{
    /// <summary>The first cell of a row is its header.</summary>
    public Html Show(IEnumerable<IReadOnlyList<Html>> rows) => Html.Of($"""
        <div class="scroll" role="region" tabindex="0" aria-label="{Caption}"><table>
        <caption>{Caption}</caption>
        <thead><tr>{Header.Select((title, column) => Html.Of($"""<th scope="col"{Class(column)}>{title}</th>"""))}</tr></thead>
        <tbody>
        {rows.Select(row => Html.Of($"<tr>{row.Select(Cell)}</tr>\n"))}</tbody>
        </table></div>
        """);

    /// <summary>Without caption and frame, for readers that have no style sheet of the report's.</summary>
    public Html Bare(IEnumerable<IReadOnlyList<string>> rows) => Html.Of($"""
        <table>
        <thead><tr>{Header.Select((title, column) => Html.Of($"""<th scope="col"{Class(column)}>{title}</th>"""))}</tr></thead>
        <tbody>
        {rows.Select(row => Html.Of($"<tr>{row.Select((cell, column) => BareCell(cell, column))}</tr>\n"))}</tbody>
        </table>
        """);

    /// <summary>Notebooks put all cells to the right, where only numbers belong.</summary>
    private Html BareCell(string cell, int column)
    {
        var place = Numeric.Contains(column) ? Class(column) : Html.Trusted(" style=\"text-align: left\"");
        return column == 0 ? Html.Of($"""<th scope="row"{place}>{cell}</th>""") : Html.Of($"<td{place}>{cell}</td>");
    }

    public Html Show(IEnumerable<IReadOnlyList<string>> rows) => Show(rows.Select(row => row.Select(cell => Html.Of($"{cell}")).ToArray()));

    private Html Cell(Html content, int column) => column == 0
        ? Html.Of($"""<th scope="row"{Class(column)}>{content}</th>""")
        : Html.Of($"<td{Class(column)}>{content}</td>");

    private Html Class(int column) => Html.Trusted(Numeric.Contains(column) ? " class=\"number\"" : "");
}
