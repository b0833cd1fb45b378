using HitSongs.Grading.Evidence;
using HitSongs.Grading.Figures;
using HitSongs.Reporting.Html;

namespace HitSongs.Reporting.Notebooks;

/// <summary>The figures that an answer embeds, in a notebook: files beside the answer are not beside the notebook, so that they are attached to the
/// answer's cell.</summary>
internal static class AttachedFigures
{
    private const string Attachment = "](attachment:";

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

        foreach (var target in pictures.Keys)
        {
            text = text.Replace($"]({target}", $"{Attachment}{target}", StringComparison.Ordinal);
        }

        return (text, pictures);
    }

    /// <summary>The inverse.</summary>
    public static string Detach(string text, IEnumerable<string> targets)
    {
        foreach (var target in targets)
        {
            text = text.Replace($"{Attachment}{target}", $"]({target}", StringComparison.Ordinal);
        }

        return text;
    }
}
