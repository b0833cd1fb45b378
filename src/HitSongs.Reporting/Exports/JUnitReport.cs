using System.Text;
using System.Xml;
using System.Xml.Linq;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Exports;

/// <summary>JUnit XML, of the subset that its readers share (github.com/testmoapp/junitxml): a suite per question, a case per criterion.</summary>
/// <remarks>Lost points are a failure; the harness's own fault is an error; what waits for a person, or for something that failed, is skipped.</remarks>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<Graded> grades)
    {
        var root = new XElement(
            "testsuites",
            new XAttribute("name", "HitSongs"),
            Counts([.. grades.SelectMany(graded => graded.Rows).Select(row => row.Score)]),
            new XAttribute("time", grades.Sum(graded => graded.Run.Seconds).ToString("0.###")),
            grades.SelectMany(graded => graded.Grade.Sections.SelectMany(section => section.Questions).Select(question => Suite(graded, question))));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            new XDocument(root).Save(writer);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static XElement Suite(Graded graded, QuestionGrade question) => new(
        "testsuite",
        Named("name", $"{graded.Grade.Submission.Name}: {question.Title}"),
        Counts(question.Criteria),
        new XAttribute("timestamp", graded.Run.Started.UtcDateTime.ToString("s")),
        new XElement(
            "properties",
            Property("question", question.Id),
            Property("points", Numbers.Points(question.Points)),
            Property("maxPoints", Numbers.Points(question.MaxPoints))),
        question.Criteria.Select(score => Case(graded.Grade.Submission.Name, question, score)));

    private static XElement Case(string submission, QuestionGrade question, Score score)
    {
        var place = score.Evidence is [var first, ..] ? first : null;
        return new XElement(
            "testcase",
            Named("name", score.Id),
            Named("classname", $"{submission}.{question.Id}"),
            place is null ? null : Named("file", place.File),
            place is null ? null : new XAttribute("line", place.Line),
            new XElement(
                "properties",
                Property("criterion", CriterionName.Of(score)),
                Property("points", Numbers.Points(score.Points)),
                Property("maxPoints", Numbers.Points(score.MaxPoints))),
            Outcome(score));
    }

    private static XElement? Outcome(Score score)
    {
        var element = score.Status switch
        {
            Status.Passed => null,
            Status.Error => "error",
            Status.Ungraded or Status.Blocked => "skipped",
            _ => "failure",
        };
        return element is null ? null : new XElement(
            element,
            Named("message", $"{Numbers.PointsOf(score)} points"),
            element == "skipped" ? null : new XAttribute("type", score.Status),
            PlainText.Of(score.Feedback));
    }

    private static XAttribute[] Counts(IReadOnlyList<Score> scores) =>
    [
        new("tests", scores.Count),
        new("failures", scores.Count(score => score.Status is Status.Failed or Status.Partial)),
        new("errors", scores.Count(score => score.Status == Status.Error)),
        new("skipped", scores.Count(score => score.Status is Status.Ungraded or Status.Blocked)),
    ];

    private static XElement Property(string name, string value) => new("property", new XAttribute("name", name), Named("value", value));

    private static XAttribute Named(string name, string text) => new(name, PlainText.OneLine(text, 500));
}
