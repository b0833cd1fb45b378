using HitSongs.Demonstrations;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>Output of a program in a cell: observations and figures. Notebooks show it as a table and pictures.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ProgramOutput : IShownAsHtml
{
    private readonly IReadOnlyList<ObservedValue> seen;
    private readonly IReadOnlyList<DrawnFigure> figures;

    private ProgramOutput(IReadOnlyList<ObservedValue> seen, IReadOnlyList<DrawnFigure> figures) => (this.seen, this.figures) = (seen, figures);

    /// <param name="observed">So many observations were there before.</param>
    internal static ProgramOutput Since(int observed) => new([.. Demonstration.Observations.Skip(observed)], [.. Plotting.Figures]);

    private CellTable Observed => new(["Observed", "Value"], [.. seen.Select(value => (string[])[value.Name, ShortValue.Of(value.Value)])]);

    internal IEnumerable<CellOutput> Outputs() =>
        [.. seen.Count == 0 ? Array.Empty<CellOutput>() : [CellOutput.Of(Observed)], .. figures.Select(figure => CellOutput.FigureOf(figure.Name))];

    string IShownAsHtml.Html() =>
        string.Concat([
            seen.Count == 0 ? "" : ShownTable.Html(Observed),
            .. figures.Select(figure =>
                $"<img alt=\"{System.Net.WebUtility.HtmlEncode(figure.Name)}\" src=\"data:image/png;base64,{figure.Png}\" style=\"max-width: 100%\">"
            ),
        ]);
}
