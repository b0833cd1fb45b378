using HitSongs.Cli.Reporting;
using HitSongs.Grading;

namespace HitSongs.Cli.Commands;

/// <summary>Writes what people and programs read of a grade: grade.json, report.html and submission.ipynb.</summary>
internal static class ResultFiles
{
    /// <returns>The paths written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(GradeRun run, string folder, string cache, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var charts = SongCharts.Of(run.Evidence);
        var rendered = await ChartRenderer.RenderAsync(charts, Path.Combine(cache, "charts"), cancel);
        var questions = run.Rubric.Questions.Select(q => new ReportQuestion(q.Id, q.Title, q.Prompt)).ToList();
        var report = new Report(run.Grade, run.Evidence.Run, run.Evidence, questions, charts, rendered, "hitsongs grade");
        return
        [
            await WriteAsync("grade.json", GradeJson.Write(run.Grade, run.Evidence.Run)),
            await WriteAsync("report.html", HtmlReport.Write(report)),
            await WriteAsync("submission.ipynb", Notebook.Write(report)),
        ];

        async Task<string> WriteAsync(string name, string text)
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text, cancel);
            return path;
        }
    }
}
