using System.Buffers.Binary;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Figures;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>The figures that a question's program drew, each with its caption and its values.</summary>
internal static class SubmittedFigures
{
    private const int RowsShown = 200;

    /// <summary>Figures of the question's program, and the Vega-Lite files that its answer embeds.</summary>
    public static IReadOnlyList<DrawnFigure> Of(Report report, QuestionEvidence? evidence) =>
        [
            .. evidence?.Demonstration?.Figures ?? [],
            .. (evidence?.Pictures ?? [])
                .Where(picture => !IsDrawn(evidence!, picture))
                .Select(picture => new DrawnFigure(picture.File[(picture.File.LastIndexOf('/') + 1)..], 0, [], picture.Png, null)),
            .. (evidence?.Figures ?? []).Select(file => report.Specifications.ByFile.GetValueOrDefault(file.File)).OfType<DrawnFigure>(),
        ];

    /// <summary>The figure that an answer embeds under that name; null where there is none.</summary>
    /// <param name="target">As it stands in the answer, such as "correlations.png".</param>
    public static DrawnFigure? Find(Report report, QuestionEvidence? evidence, string target)
    {
        var file = target[(target.LastIndexOf('/') + 1)..];
        return Of(report, evidence).FirstOrDefault(figure => figure.Name == file || figure.Name == Path.GetFileNameWithoutExtension(file));
    }

    public static HtmlText Show(Report report, string question, QuestionEvidence? evidence) => HtmlText.When(Of(report, evidence).Count > 0, HtmlText.Of($"""
        <div class="charts">
        {Of(report, evidence).Select(figure => Show(question, evidence!, figure))}
        </div>
        """));

    // What the program draws takes the place of a file of the same name.
    private static bool IsDrawn(QuestionEvidence evidence, PictureFile picture) =>
        evidence.Demonstration?.Figures?.Any(figure => figure.Name == Path.GetFileNameWithoutExtension(picture.File)) == true;

    /// <summary>Figure as the answer embeds it; null where it does not.</summary>
    private static EmbeddedFigure? EmbeddedAs(QuestionEvidence evidence, DrawnFigure figure) =>
        evidence.Answer is null
            ? null
            : EmbeddedFigure
                .AllOf(evidence.Answer)
                .FirstOrDefault(embedded => embedded.Target.Split('/')[^1] == figure.Name || (!embedded.IsSpecification && embedded.Name == figure.Name));

    /// <summary>Caption under a figure: the answer's own, else its title.</summary>
    private static string Caption(QuestionEvidence evidence, DrawnFigure figure) =>
        EmbeddedAs(evidence, figure) is { Caption.Length: > 0 } embedded ? embedded.Caption : TitleOf(figure);

    private static string Alternative(QuestionEvidence evidence, DrawnFigure figure) =>
        EmbeddedAs(evidence, figure) is { AlternativeText.Length: > 0 } embedded ? embedded.AlternativeText : TitleOf(figure);

    /// <summary>Which axes of which plots say nothing.</summary>
    private static IEnumerable<string> Unlabelled(DrawnFigure figure) =>
        from plot in figure.Plots.Index()
        from axis in new[] { (Name: "horizontal", Label: plot.Item.XLabel), (Name: "vertical", Label: plot.Item.YLabel) }
        where axis.Label.Trim().Length == 0
        select figure.Plots.Count == 1 ? $"{axis.Name} axis" : $"{axis.Name} axis of plot {plot.Index + 1}";

    private static HtmlText Show(string question, QuestionEvidence evidence, DrawnFigure figure)
    {
        var (width, height) = Size(figure.Png);
        return HtmlText.Of($"""
            <figure id="{Anchor.Figure(question, figure.Name)}" class="submitted">
            <img src="data:image/png;base64,{Base64(figure.Png)}" width="{width}" height="{height}" alt="{Alternative(evidence, figure)}" loading="lazy">
            <figcaption>{InlineCode.Of(Caption(evidence, figure))} <span class="muted">{(
                figure.Name.Contains('.', StringComparison.Ordinal) ? "Drawn from the submission's file" : "Drawn by the submission's program"
            )} ({figure.Name}).</span></figcaption>
            {HtmlText.When(
                Unlabelled(figure).Any(),
                HtmlText.Of(
                    $"<p class=\"note\">Without a label: the {string.Join(", the ", Unlabelled(figure))}. A label says what is measured, and in which unit.</p>"
                )
            )}
            {figure.Plots.Select((plot, index) => Values(plot, figure.Plots.Count == 1 ? "" : $" {index + 1}"))}
            </figure>

            """);
    }

    private static HtmlText Values(DrawnPlot plot, string which)
    {
        var rows = plot.Values.Take(RowsShown).Select(value => new[] { value.Label, Numbers.Short(value.Value), value.Series }).ToList();
        var left = plot.Values.Count + plot.LeftOut - rows.Count;
        return HtmlText.When(
            rows.Count > 0,
            HtmlText.Of(
                $"""
                <details><summary>Values of this figure{which}</summary>{new Table(
                    $"Values of {(plot.Title.Length > 0 ? plot.Title : "this figure")}{which}",
                    [plot.XLabel.Length > 0 ? plot.XLabel : "Label", plot.YLabel.Length > 0 ? plot.YLabel : "Value", "Series"],
                    [1]
                ).Show(rows)}
                {HtmlText.When(left > 0, HtmlText.Of($"<p class=\"note\">And {left:N0} more.</p>"))}</details>
                """
            )
        );
    }

    private static string TitleOf(DrawnFigure figure) =>
        figure.Plots.Select(plot => plot.Title).FirstOrDefault(title => title.Length > 0) ?? $"Figure {figure.Name}, without a title";

    /// <summary>As it is: its plus signs need no encoding. What is no base 64 is no picture.</summary>
    private static HtmlText Base64(string text) => text.All(IsBase64) ? HtmlText.Trusted(text) : HtmlText.Empty;

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=';

    /// <summary>On the page: pictures have twice as many pixels.</summary>
    private static (int Width, int Height) Size(string png)
    {
        var head = Convert.FromBase64String(png[..Math.Min(32, png.Length)]);
        return head.Length < 24 ? (1, 1) : (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)) / 2, BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)) / 2);
    }
}
