using HitSongs.Cli.Terminal;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;

namespace HitSongs.Cli.GradeRuns;

/// <summary>Writes what people and programs read of a grade: grade.json, report.html, and submission.ipynb with its pictures in charts/. A function of
/// grade, evidence and rubric: it runs nothing.</summary>
/// <param name="Folder">Where they go.</param>
/// <param name="Points">Whether the notebook's title page tells the points.</param>
internal sealed record ResultFiles(string Folder, bool Points)
{
    public const string Grade = "grade.json";
    public const string Report = "report.html";
    public const string Notebook = "submission.ipynb";

    /// <param name="names">Which of them.</param>
    /// <param name="pictures">Drawn already; null for not yet.</param>
    /// <returns>The paths written.</returns>
    public IReadOnlyList<string> Write(GradeRun run, IReadOnlyList<string> names, Pictures? pictures = null)
    {
        Directory.CreateDirectory(Folder);
        using var line = new LiveLine("drawing charts");
        pictures ??= Pictures.Of(run.Evidence);
        var report = ReportOf(run) with { Charts = pictures.Charts, Rendered = pictures.Rendered, Specifications = pictures.Specifications };
        // Each is a function of the report: none waits for another.
        Parallel.ForEach(names, name => File.WriteAllText(Path.Combine(Folder, name), Text(name)));
        if (names.Contains(Notebook, StringComparer.Ordinal))
        {
            WritePictures(report);
        }

        return [.. names.Select(name => Path.Combine(Folder, name))];

        string Text(string name) => name switch
        {
            Grade => GradeJson.Write(run.Grade, run.Evidence.Run),
            Report => HtmlReport.Write(report),
            _ => Reporting.Notebooks.Notebook.Write(report),
        };
    }

    /// <summary>All that report and notebook show, but for the pictures.</summary>
    internal Report ReportOf(GradeRun run) => new(
        run.Grade, run.Evidence.Run, run.Evidence, [.. run.Rubric.Questions.Select(Asked)], [], RenderedCharts.None("not drawn"), "hitsongs grade", Points);

    /// <summary>The notebook's cells show the charts from there, whoever runs them.</summary>
    private void WritePictures(Report report)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "charts")).FullName;
        foreach (var (id, drawn) in report.Rendered.ById)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{id}.png"), drawn.Png.ToArray());
        }
    }

    internal static ReportQuestion Asked(Question question) =>
        new(question.Id, question.Title, question.Prompt, question.Demonstration?.TimeoutSeconds ?? question.Model?.TimeoutSeconds);
}
