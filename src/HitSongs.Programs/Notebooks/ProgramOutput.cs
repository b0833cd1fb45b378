using HitSongs.Demonstrations;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>What a program in a cell handed back: observations and figures. Notebooks show it as a table and pictures.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ProgramOutput : IShownAsHtml
{
    private readonly IReadOnlyList<ObservedValue> seen;
    private readonly IReadOnlyList<DrawnFigure> figures;

    private ProgramOutput(IReadOnlyList<ObservedValue> seen, IReadOnlyList<DrawnFigure> figures) => (this.seen, this.figures) = (seen, figures);

    /// <param name="observed">So many observations were there before.</param>
    internal static ProgramOutput Since(int observed) => new([.. Demonstration.Observations.Skip(observed)], [.. Plotting.Figures]);

    internal IEnumerable<CellOutput> Outputs() =>
    [
        .. seen.Count == 0 ? Array.Empty<CellOutput>() : [CellOutput.Of(new CellTable(["Observed", "Value"], [.. seen.Select(value => (string[])[value.Name, ShortValue.Of(value.Value)])]))],
        .. figures.Select(figure => CellOutput.FigureOf(figure.Name)),
    ];

    string IShownAsHtml.Html() => string.Concat(
    [
        seen.Count == 0 ? "" : $"<table><thead><tr><th>Observed</th><th>Value</th></tr></thead><tbody>{string.Concat(seen.Select(value => $"<tr><th>{Encoded(value.Name)}</th><td>{Encoded(ShortValue.Of(value.Value))}</td></tr>"))}</tbody></table>",
        .. figures.Select(figure => $"<img alt=\"{Encoded(figure.Name)}\" src=\"data:image/png;base64,{figure.Png}\" style=\"max-width: 100%\">"),
    ]);

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);
}
