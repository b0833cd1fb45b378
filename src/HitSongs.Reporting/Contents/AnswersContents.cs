using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Contents;

/// <summary>The table of contents of the answers: <c>answers/README.md</c>.</summary>
internal static partial class AnswersContents
{
    /// <summary>Relative to the repository.</summary>
    public const string File = "answers/README.md";

    /// <param name="seconds">How long each demonstration takes, by the question's id; those that are not known stay open.</param>
    public static string Write(Rubric rubric, IReadOnlyDictionary<string, double> seconds)
    {
        var text = new StringBuilder(
            $"# Answers\n\n{rubric.Questions.Count()} questions, {rubric.Questions.Count(question => question.Demonstration is not null)} of them with a "
                + "demonstration. Written by `hitsongs rubric contents`.\n"
        );
        foreach (var section in rubric.Sections)
        {
            text.Append($"\n## {section.Title}\n\n| question | title | points | demonstration | seconds |\n| --- | --- | ---: | --- | ---: |\n");
            foreach (var question in section.Questions)
            {
                var answer = question.SameAs ?? question.Id;
                var program = question.Demonstration?.Program ?? (question.Model is null ? null : "model.cs");
                var taken = seconds.TryGetValue(question.Id, out var known) ? known.ToString("0.0", CultureInfo.InvariantCulture) : "";
                text.Append(
                    $"| [{question.Id}]({answer}/answer.md) | {question.Title.Replace("|", "\\|", StringComparison.Ordinal)} | "
                        + $"{Numbers.Points(question.Criteria.Sum(criterion => criterion.Points))} | "
                            + $"{(program is null ? "" : $"[{program}]({answer}/{program})")} | {taken} |\n"
                );
            }
        }

        return text.ToString();
    }

    /// <summary>The seconds that a table of contents tells, by question; none where there is no such file.</summary>
    public static IReadOnlyDictionary<string, double> SecondsIn(string path) =>
        System.IO.File.Exists(path)
            ? Row()
                .Matches(System.IO.File.ReadAllText(path))
                .ToDictionary(
                    row => row.Groups["id"].Value,
                    row => double.Parse(row.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
            : new Dictionary<string, double>();

    [GeneratedRegex(@"^\| \[(?<id>[^\]]+)\]\([^)]*\) \|.*\| (?<seconds>\d+(\.\d+)?) \|\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
