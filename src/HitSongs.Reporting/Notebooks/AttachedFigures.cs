using HitSongs.Grading.Evidence;
using HitSongs.Grading.Figures;
using HitSongs.Notebooks;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The figures that an answer embeds, in a notebook: files beside the answer are not beside the notebook, so that they are attached to the
/// answer's cell.</summary>
internal static class AttachedFigures
{
    /// <summary>The answer's text with links to attachments, and these in base 64 by the name that the answer has for them.</summary>
    public static (string Text, IReadOnlyDictionary<string, string> Pictures) Attach(string text, Report report, QuestionEvidence? evidence)
    {
        var pictures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var embedded in evidence?.Answer is { } answer ? EmbeddedFigure.AllOf(answer) : [])
        {
            if (SubmittedFigures.Find(report, evidence, embedded.Target) is { Png: var png } && text.Contains($"]({embedded.Target}", StringComparison.Ordinal))
            {
                pictures[embedded.Target] = png;
            }
        }

        return (AttachmentLinks.Attach(text, pictures.Keys), pictures);
    }
}
