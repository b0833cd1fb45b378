using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Charts.Kit;

namespace HitSongs.Reporting.Charts.Submitted;

/// <summary>The Vega-Lite files of a submission, drawn.</summary>
/// <param name="ByFile">Those that could be drawn, by their path in the submission.</param>
/// <param name="NotDrawn">Why the others could not.</param>
public sealed record SubmittedSpecifications(IReadOnlyDictionary<string, DrawnFigure> ByFile, IReadOnlyDictionary<string, string> NotDrawn)
{
    public static SubmittedSpecifications None { get; } = new(new Dictionary<string, DrawnFigure>(), new Dictionary<string, string>());

    public static SubmittedSpecifications Of(SubmissionEvidence evidence)
    {
        var (drawn, not) = (new Dictionary<string, DrawnFigure>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (
            var file in evidence
                .Questions.SelectMany(question => question.Figures ?? [])
                .Where(file => file.Text is not null)
                .DistinctBy(file => file.File, StringComparer.Ordinal)
        )
        {
            var problem = ChartStyle.MissingFont() ?? "";
            if (problem.Length == 0 && SpecificationDrawing.Draw(file.File[(file.File.LastIndexOf('/') + 1)..], file.Text!, out problem) is { } figure)
            {
                drawn[file.File] = figure;
            }
            else
            {
                not[file.File] = problem;
            }
        }

        return new SubmittedSpecifications(drawn, not);
    }
}
