using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Rubrics;
using HitSongs.Reporting;
using HitSongs.Reporting.Charts;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Notebooks;

namespace HitSongs.Cli.Commands;

/// <summary>Writes what people and programs read of a grade: grade.json, report.html and submission.ipynb.</summary>
/// <param name="Folder">Where they go.</param>
/// <param name="Cache">Where the chart renderer's packages and studies of songs are kept.</param>
/// <param name="Data">Song files for the notebook's cells; used where they are those of the graded run.</param>
/// <param name="Sandbox">Where the notebook's cells run.</param>
/// <param name="Points">Whether the notebook's title page tells the points.</param>
internal sealed record ResultFiles(string Folder, string Cache, IReadOnlyList<string> Data, Sandbox Sandbox, bool Points)
{
    public const string Grade = "grade.json";
    public const string Report = "report.html";
    public const string Notebook = "submission.ipynb";

    /// <param name="names">Which of them.</param>
    /// <returns>The paths written.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(GradeRun run, IReadOnlyList<string> names, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var songs = SongsOf(run);
        var studies = SongStudies.Of(run.Evidence.Songs?.Card, songs?.Files, new StudyCache(Cache));
        var charts = SongCharts.Of(run.Evidence, studies.Findings, studies.Models);
        var report = new Report(
            run.Grade, run.Evidence.Run, run.Evidence, [.. run.Rubric.Questions.Select(Asked)], charts, RenderedCharts.None("not drawn"), "hitsongs grade", Points, songs)
        {
            Findings = studies.Findings,
            StudyMissing = studies.Missing,
        };

        using var line = new LiveLine(names.Contains(Notebook, StringComparer.Ordinal) ? $"drawing {charts.Count} charts and running the notebook's cells" : $"drawing {charts.Count} charts");
        var executed = names.Contains(Notebook, StringComparer.Ordinal)
            ? await new CellRunner(Sandbox).RunAsync(Reporting.Notebooks.Notebook.Cells(report), report.Songs?.Files ?? [], cancel)
            : ExecutedCells.None;
        report = report with { Rendered = ChartRenderer.Render(charts) };

        var written = new List<string>();
        foreach (var name in names)
        {
            var path = Path.Combine(Folder, name);
            await File.WriteAllTextAsync(path, Text(name), cancel);
            written.Add(path);
        }

        return written;

        string Text(string name) => name switch
        {
            Grade => GradeJson.Write(run.Grade, run.Evidence.Run),
            Report => HtmlReport.Write(report),
            _ => Reporting.Notebooks.Notebook.Write(report, executed),
        };
    }

    internal static ReportQuestion Asked(Question question) =>
        new(question.Id, question.Title, question.Prompt, question.Demonstration?.TimeoutSeconds ?? question.Model?.TimeoutSeconds)
        {
            Names = question.Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Name, StringComparer.Ordinal),
        };

    private NotebookSongs? SongsOf(GradeRun run)
    {
        var folds = run.Rubric.Questions.Where(question => question.Model is not null)
            .ToDictionary(question => question.Id, question => (question.Model!.Folds, SubmissionCollector.SeedOf(run.Evidence.Run.Seed, question.Id)), StringComparer.Ordinal);
        var songs = new NotebookSongs(Data, folds);
        return run.Evidence.Songs is { } evidence && songs.AreThoseOf(evidence) ? songs : null;
    }
}
