using System.Text.RegularExpressions;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Figures;

/// <summary>A figure that an answer embeds: <c>![alternative text](name.png "caption")</c> for one that its program draws, or a Vega-Lite file,
/// <c>chart.vl.json</c>.</summary>
/// <param name="Target">The file as the answer names it, relative to the answer's folder.</param>
/// <param name="Caption">In the quotation marks, or a paragraph behind it that starts with "Figure"; empty where there is none.</param>
/// <param name="Line">1 for the first line of the answer.</param>
public sealed partial record EmbeddedFigure(string AlternativeText, string Target, string Caption, int Line)
{
    /// <summary>Figures of an answer that are looked at; what comes after them is not.</summary>
    public const int Most = 20;

    private const string Specification = ".json";

    private static readonly string[] Pictures = [".png", ".svg"];

    /// <summary>The charts that an answer embeds, in its order; neither those in code, nor files of another format, nor what lies outside of its
    /// folder.</summary>
    public static IReadOnlyList<EmbeddedFigure> AllOf(AnswerText answer) => AllOf(AnswerReading.Read(answer, ""));

    internal static IReadOnlyList<EmbeddedFigure> AllOf(AnswerReading answer)
    {
        // Lines of code leave a gap, so that no figure begins above it and ends below.
        var lines = new SortedDictionary<int, string>(answer.MarkdownLines.ToDictionary(line => line.Number, line => line.Text));
        var text = string.Join('\n', Enumerable.Range(1, lines.Count == 0 ? 0 : lines.Keys.Max()).Select(number => lines.GetValueOrDefault(number, "")));
        return [.. Image().Matches(text).Where(match => IsOfTheAnswer(match.Groups["target"].Value)).Take(Most).Select(match => Read(match, text))];
    }

    /// <summary>Whether it is a Vega-Lite file beside the answer; otherwise a figure that the question's program draws.</summary>
    public bool IsSpecification => Target.EndsWith(Specification, StringComparison.OrdinalIgnoreCase);

    /// <summary>The program's name for the figure: the file's name without its folder and extension.</summary>
    public string Name => Target[(Target.LastIndexOf('/') + 1)..Target.LastIndexOf('.')];

    /// <summary>Where the file lies in the submission.</summary>
    /// <param name="answerFile">Path of the answer, with forward slashes.</param>
    public string PathBeside(string answerFile) => $"{answerFile[..(answerFile.LastIndexOf('/') + 1)]}{Target}";

    private static EmbeddedFigure Read(Match match, string text)
    {
        var line = text.AsSpan(0, match.Index).Count('\n') + 1;
        var title = match.Groups["title"].Value;
        return new EmbeddedFigure(
            OneLine(match.Groups["alt"].Value),
            match.Groups["target"].Value,
            OneLine(title.Length > 0 ? title : CaptionBehind(text[(match.Index + match.Length)..])),
            line
        );
    }

    // The rest of the figure's own paragraph, or else the next one.
    private static string CaptionBehind(string text)
    {
        var paragraph = text.Split("\n\n", 3).Take(2).Select(OneLine).FirstOrDefault(paragraph => paragraph.Length > 0) ?? "";
        return paragraph.StartsWith("Fig", StringComparison.OrdinalIgnoreCase) ? paragraph : "";
    }

    private static bool IsOfTheAnswer(string target) =>
        Pictures.Append(Specification).Any(extension => target.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        && !target.Contains(':') && !target.Contains('\\') && !target.StartsWith('/')
        && !target.Split('/').Any(part => part is "" or "." or "..");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('*', '_', ' ');

    [GeneratedRegex(
        """!\[(?<alt>[^\[\]]{0,2000})\]\(\s?<?(?<target>[^\s()<>"]{1,200})>?(\s{1,3}"(?<title>[^"]{0,2000})")?\s?\)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Image();
}
