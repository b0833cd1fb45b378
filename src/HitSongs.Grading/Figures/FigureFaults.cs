using HitSongs.Demonstrations;
using HitSongs.Grading.Claims;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Figures;

/// <summary>Faults of a figure in an answer.</summary>
/// <param name="Figure">How the answer embeds it.</param>
/// <param name="Share">Of its criterion's points, 0 to 1.</param>
/// <param name="Faults">Each says how to mend it.</param>
internal sealed record FigureFaults(EmbeddedFigure Figure, double Share, IReadOnlyList<string> Faults)
{
    // The numbers are what a figure is for; what is written around them counts only where most of them are right.
    private const double OfNumbers = 0.6;
    private const double EnoughNumbers = 0.5;
    private const int FewestWords = 5;
    private const int MostNamed = 4;

    /// <param name="text">The specification; null where there is no such file.</param>
    /// <param name="expected">For each label the number computed.</param>
    /// <param name="axes">Words of which each must stand in the title of an axis.</param>
    public static FigureFaults Of(
        EmbeddedFigure figure,
        string? text,
        IReadOnlyDictionary<string, double> expected,
        double tolerance,
        IReadOnlyList<string> axes
    )
    {
        if (text is null)
        {
            return new FigureFaults(figure, 0, [$"there is no file {figure.Target} beside the answer: hand it in"]);
        }

        return ChartSpecification.Read(text, out var problem) is { } chart
            ? Of(figure, chart, expected, tolerance, axes, TextFaults(figure))
            : new FigureFaults(figure, 0, [problem]);
    }

    /// <param name="embedded">How the answer embeds it; null where it does not.</param>
    /// <param name="drawn">As the question's program handed it back.</param>
    public static FigureFaults Of(
        EmbeddedFigure? embedded,
        DrawnFigure drawn,
        IReadOnlyDictionary<string, double> expected,
        double tolerance,
        IReadOnlyList<string> axes
    )
    {
        IReadOnlyList<string> around = embedded is null
            ?
            [
                $"the program draws it and the answer does not embed it: write ![what one sees in it]({drawn.Name}.png \"Figure 1: what it shows\") where "
                    + "you speak of it",
            ]
            : [.. TextFaults(embedded)];
        var figure = embedded ?? new EmbeddedFigure("", $"{drawn.Name}.png", "", drawn.Line);
        return ChartSpecification.AllOf(drawn).Select(chart => Of(figure, chart, expected, tolerance, axes, around)).MaxBy(faults => faults.Share)
            ?? new FigureFaults(figure, 0, ["it holds no plot"]);
    }

    private static FigureFaults Of(
        EmbeddedFigure figure,
        ChartSpecification chart,
        IReadOnlyDictionary<string, double> expected,
        double tolerance,
        IReadOnlyList<string> axes,
        IEnumerable<string> textFaults
    )
    {
        var wrong = expected.Select(pair => NumberFault(chart, pair.Key, pair.Value, tolerance)).OfType<string>().ToList();
        var right = 1 - ((double)wrong.Count / expected.Count);
        List<string> around = [.. ChartFaults(chart, axes), .. textFaults];
        var share = right < EnoughNumbers ? 0 : (OfNumbers * right) + ((1 - OfNumbers) * Math.Max(0, 1 - (around.Count / 4.0)));
        var named = wrong.Count <= MostNamed ? wrong : [.. wrong.Take(MostNamed), $"so are {wrong.Count - MostNamed} more of its {expected.Count} numbers"];
        return new FigureFaults(figure, share, [.. named, .. around]);
    }

    private static string? NumberFault(ChartSpecification chart, string label, double expected, double tolerance)
    {
        var shown = chart.Values.Where(value => Plain(value.Label) == Plain(label)).Select(value => value.Value).Distinct().ToList();
        return shown switch
        {
            [] => $"\"{label}\" is missing from its data",
            [double.NaN] => $"\"{label}\" has no number",
            [var one] when Tolerance.Agree(one, expected, tolerance) => null,
            [var one] => $"\"{label}\" stands at {MetricText.Of(one)}, computed was {MetricText.Of(expected)}",
            _ => $"\"{label}\" stands at {shown.Count} different numbers: keep one",
        };
    }

    private static IEnumerable<string> ChartFaults(ChartSpecification chart, IReadOnlyList<string> axes)
    {
        if (chart.Title.Trim().Length == 0)
        {
            yield return "it has no title: say what it shows";
        }

        var untitled = chart.AxisTitles.Where(axis => axis.Value.Trim().Length == 0).Select(axis => axis.Key).ToList();
        if (untitled.Count > 0)
        {
            yield return $"its {string.Join(" and ", untitled)} axis has no title: write what it measures, with its unit";
        }

        foreach (var word in axes.Where(word => !chart.AxisTitles.Values.Any(title => title.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            yield return $"no title of an axis says \"{word}\": name the measure or its unit there";
        }
    }

    private static IEnumerable<string> TextFaults(EmbeddedFigure figure)
    {
        if (Word.AllOf(figure.Caption).Count < FewestWords)
        {
            yield return "it has no caption: write what it shows, and of which songs, in quotation marks behind the file's name, such as (chart.vl.json "
                + "\"Figure 1: ...\")";
        }

        if (Word.AllOf(figure.AlternativeText).Count < FewestWords || Plain(figure.AlternativeText) == Plain(figure.Caption))
        {
            yield return "it has no alternative text of its own: tell between ![ and ] what one sees in it, for readers who cannot see it";
        }
    }

    private static string Plain(string label) =>
        string.Join(' ', label.Split([' ', '_', '-', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
