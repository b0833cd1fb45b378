using HitSongs.Grading.Figures;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Criteria;

/// <summary>The answer embeds a chart that shows the numbers that the harness computed, and can be understood by itself.</summary>
/// <param name="Numbers">For each label on its axis the figure of the songs that must stand there.</param>
/// <param name="Tolerance">Largest difference of a number.</param>
/// <param name="Axes">Words of which each must stand in the title of an axis: a unit, or the name of a measure that has none.</param>
internal sealed record FigureCriterion(CriterionHead Head, IReadOnlyDictionary<string, ClaimedFigure> Numbers, double Tolerance, IReadOnlyList<string> Axes)
    : AnswerCriterion(Head)
{
    private const string Example = "![what one sees in it](name.png \"Figure 1: what it shows\")";

    public static FigureCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "values", "tolerance", "axes");
        var values = map.Node("values") is YamlMappingNode { Children.Count: > 0 } node
            ? map.Map("values", [.. node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "")])
            : throw map.Fault("values", "`values` must say which figure stands at each label", "Write such as `values: {loudness: LoudnessSpearman}`");
        var numbers = values.Keys.ToDictionary(label => label, label => ClaimedFigure.Read(values, label), StringComparer.Ordinal);
        return new FigureCriterion(head, numbers, map.Number("tolerance", 0), map.Has("axes") ? map.Texts("axes") : []);
    }

    public override CriterionNeeds Needs { get; } = new() { SongStudy = true, Charts = true };

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (ClaimCriterion.OtherData(context, answer) is { } other)
        {
            return Blocked(other);
        }

        var computed = Numbers.ToDictionary(pair => pair.Key, pair => pair.Value.Find(context), StringComparer.Ordinal);
        if (computed.Values.FirstOrDefault(number => number.Value is null) is { } missing)
        {
            return missing.IsOwnFault ? Error(missing.Text) : Blocked(missing.Text);
        }

        var embedded = EmbeddedFigure.AllOf(answer);
        if (embedded.Any(figure => figure.IsSpecification) && context.Evidence?.Figures is null)
        {
            return Error("The evidence holds no figures: it was collected by another rubric. Collect it again.");
        }

        var expected = computed.ToDictionary(pair => pair.Key, pair => pair.Value.Value!.Value, StringComparer.Ordinal);
        var files = embedded
            .Where(figure => figure.IsSpecification)
            .Select(figure =>
                FigureFaults.Of(
                    figure,
                    context.Evidence!.Figures!.FirstOrDefault(file => file.File == figure.PathBeside(answer.File))?.Text,
                    expected,
                    Tolerance,
                    Axes
                )
            );
        var drawn = (context.Evidence?.Demonstration?.Figures ?? []).Select(figure =>
            FigureFaults.Of(embedded.FirstOrDefault(known => !known.IsSpecification && known.Name == figure.Name), figure, expected, Tolerance, Axes)
        );
        if (files.Concat(drawn).MaxBy(faults => faults.Share) is not { } best)
        {
            return Failed(
                "The answer embeds no figure: draw it in the question's program with ScottPlot, hand it back by Figure(\"name\", plot), and write in "
                    + $"{answer.File} {Example}."
            );
        }

        var name = $"{best.Figure.Target} (line {best.Figure.Line})";
        var caption = EvidenceQuote.Shortened(best.Figure.Caption.Length > 0 ? best.Figure.Caption : best.Figure.Target);
        var quote = new EvidenceQuote(answer.File, best.Figure.Line, caption);
        return best.Faults.Count == 0
            ? Passed($"{name} shows the {expected.Count} numbers that were computed, with titles, caption and alternative text.", quote)
            : Partial(best.Share, $"{name}: {string.Join("; ", best.Faults)}.", quote);
    }
}
