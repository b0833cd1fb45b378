using System.Globalization;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Marks;

/// <summary>The file <c>marks.yaml</c> beside a submission's evidence: what persons wrote down about it, oldest first. Lines are only ever added.</summary>
public static class MarksFile
{
    /// <summary>Its name.</summary>
    public const string FileName = "marks.yaml";

    private const string Schema = "hitsongs/marks/1";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Judged = "judged";

    private static readonly string[] Keys =
        ["question", "criterion", "points", "of", "withdrawn", "copies", "reason", "reviewer", "time", "handedIn"];

    /// <summary>Where the marks of a submission lie.</summary>
    /// <param name="evidence">The folder of its evidence.</param>
    public static string Beside(string evidence) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(evidence)))!, FileName);

    /// <summary>The marks of a submission; none where there is no file.</summary>
    /// <param name="submission">Its name: marks of another are left alone.</param>
    /// <exception cref="InvalidInputException">The file is not as it must be; with its line.</exception>
    public static SubmissionMarks Read(string path, string submission)
    {
        if (!File.Exists(path))
        {
            return SubmissionMarks.None;
        }

        var map = new YamlMap(YamlFile.Read(path, path), path, "the file of marks", ["schema", "submission", "marks"]);
        map.OneOf("schema", Schema);
        var marks = map.Items("marks").Select(node => Read(new YamlMap(node, path, "the mark", Keys))).ToList();
        return map.Text("submission") == submission ? new SubmissionMarks(marks) : SubmissionMarks.None;
    }

    /// <summary>The content of the file with one mark more.</summary>
    /// <param name="text">Its content so far, which <see cref="Read(string, string)"/> has read; empty where there is none.</param>
    public static string Append(string text, string submission, Mark mark)
    {
        var head = text.Length > 0
            ? text.TrimEnd('\n') + "\n"
            : "# What persons marked in `hitsongs review`. The last mark of a criterion counts; add lines at the end, and leave those above as they are.\n"
                + $"schema: {Schema}\nsubmission: {YamlText.Quoted(submission)}\nmarks:\n";
        return head + Entry(mark);
    }

    private static string Entry(Mark mark)
    {
        string[] what = mark switch
        {
            { Criterion: null } => [$"copies: {Judged}"],
            { Points: { } points, Of: { } of } => [$"criterion: {YamlText.Quoted(mark.Criterion)}", $"points: {Number(points)}", $"of: {Number(of)}"],
            _ => [$"criterion: {YamlText.Quoted(mark.Criterion)}", "withdrawn: true"],
        };
        string[] lines =
        [
            $"question: {YamlText.Quoted(mark.Question)}",
            .. what,
            $"reason: {YamlText.Quoted(mark.Reason)}",
            $"reviewer: {YamlText.Quoted(mark.Reviewer)}",
            $"time: {mark.Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}",
            $"handedIn: {mark.HandedIn}",
        ];
        return $"  - {string.Join("\n    ", lines)}\n";
    }

    private static Mark Read(YamlMap map)
    {
        string[] kinds = [.. ((string[])["points", "withdrawn", "copies"]).Where(map.Has)];
        if (kinds.Length != 1)
        {
            throw map.Fault(kinds.ElementAtOrDefault(1) ?? "question", "a mark has either `points`, `withdrawn` or `copies`", "Keep one of them");
        }

        var isOfCriterion = kinds[0] != "copies";
        if (map.Has("criterion") != isOfCriterion || map.Has("of") != (kinds[0] == "points"))
        {
            throw map.Fault(kinds[0], $"`{kinds[0]}` {(isOfCriterion ? "lacks its `criterion`, or has `of` wrongly or not" : "stands alone")}",
                "Write `criterion`, `points` and `of`; or `criterion` and `withdrawn: true`; or `copies: judged`");
        }

        _ = kinds[0] switch
        {
            "withdrawn" => map.OneOf("withdrawn", "true"),
            "copies" => map.OneOf("copies", Judged),
            _ => "",
        };
        var of = map.Has("of") ? map.Positive("of") : (double?)null;
        return new Mark(
            map.Text("question"),
            map.OptionalText("criterion"),
            of is { } most ? map.Number("points", 0, most) : null,
            of,
            (map.Node("reason") as YamlScalarNode)?.Value ?? throw map.Fault("reason", "`reason` must be text", "Write text, or \"\""),
            map.Text("reviewer"),
            Time(map),
            Digest(map));
    }

    private static DateTimeOffset Time(YamlMap map) =>
        DateTimeOffset.TryParseExact(
            map.Text("time"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw map.Fault("time", $"`time` is `{map.Text("time")}`, which is no time", "Write it as 2026-11-30T17:05:00Z");

    private static string Digest(YamlMap map) =>
        map.Text("handedIn") is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower)
            ? digest
            : throw map.Fault("handedIn", "`handedIn` must be a SHA-256 of 64 lower-case hexadecimal digits", "Copy it from another mark of the same question");

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
