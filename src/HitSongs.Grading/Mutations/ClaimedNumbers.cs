using System.Globalization;
using System.Text.RegularExpressions;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Mutations;

/// <summary>Answers that state a computed number as the rubric's example says it: the right one, and one just too far off.</summary>
internal static partial class ClaimedNumbers
{
    private const string Ellipsis = "\u2026";
    private const double Tolerances = 4;

    // A share may be asked for as one, or in percent.
    private static readonly double[] Scales = [1, 100];

    public static IEnumerable<KnownCase> Of(Question question, QuestionEvidence right, SubmissionEvidence submission)
    {
        foreach (var claim in question.Criteria.OfType<ClaimCriterion>())
        {
            if (claim.Phrase is not { } phrase || claim.Number.Find(new GradingContext(question, right, submission)).Value is not { } value)
            {
                continue;
            }

            var off = Tolerances * (claim.Tolerance > 0 ? claim.Tolerance : 1);
            foreach (var (number, isRight) in Scales.SelectMany(scale => new[] { (value * scale, true), ((value + off) * scale, false) }))
            {
                var text = $"The answer is {phrase.Replace(Ellipsis, number.ToString("0.######", CultureInfo.InvariantCulture), StringComparison.Ordinal)}.";
                var answer = new AnswerText(right.Answer?.File ?? "answer.md", $"---\ndata: x\n---\n\n{text}\n");
                var stated = AboutTheSongs(right with { Answer = answer }, submission);
                yield return new KnownCase(
                    $"{claim.Id} stated as {number}",
                    stated,
                    new Dictionary<string, bool>(StringComparer.Ordinal) { [claim.Id] = isRight },
                    IsProse: false);
            }
        }
    }

    /// <summary>The same answer as if it had been written about the songs that it was graded with.</summary>
    public static QuestionEvidence AboutTheSongs(QuestionEvidence right, SubmissionEvidence submission) =>
        right.Answer is { } answer && submission.Songs is { } songs
            ? right with { Answer = answer with { Text = Data().Replace(answer.Text, $"data: \"{songs.Card.Name}\"", 1) } }
            : right;

    [GeneratedRegex("^data:.*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Data();
}
