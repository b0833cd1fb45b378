using HitSongs.Grading.Evidence;
using HitSongs.Metrics;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;
using Microsoft.DotNet.Interactive.Documents;

namespace HitSongs.Reporting.Notebooks;

/// <summary>A model: the songs, one fold of the graded split, the model itself, and what it is worth on that fold; then the graded figures over all
/// folds.</summary>
internal static class ModelCells
{
    public static IEnumerable<NotebookCell> Of(Report report, string question, ModelRun run)
    {
        var model = QuestionCells.Program(report, question, "model", run.Program, run.Metrics.Count == 0 ? [] : [Measured(run.Metrics)]);
        if (model.Kind == CellKind.Program && report.Evidence.Songs is { } songs && run.Folds is { } drawn)
        {
            var files = string.Join(", ", songs.Card.Files.Select(file => $"\"../data/{file.Name}\""));
            yield return NotebookCell.Script(question, "songs", $"""
                var data = SongFiles.Read([{files}]);
                Table(data.Card.Actions.Where(action => action.Count > 0))
                """);
            yield return NotebookCell.Script(question, "fold", $"""
                // One of the {drawn.Count} folds of the graded run: no artist is on both sides.
                var fold = ArtistFolds.Make(data.Songs, {drawn.Count}, seed: {drawn.Seed})[0];
                Given(fold.Training, fold.Test, fold.Number);
                """);
            yield return model;
            // Shown as the graded run measured it: a cell after the model shares a process with it, and could be made to say anything.
            const string evaluated = "Table(ModelEvaluation.Evaluate(fold.Test, Predictions))";
            yield return new NotebookCell(question, "fold-metrics", CellKind.Shown, evaluated, 0, run.FirstFold is { } first ? [Measured(first)] : []);
        }
        else
        {
            // Without the songs of the graded run there is nothing to run it on: shown with what that run gave.
            yield return model with { Kind = CellKind.Shown };
        }

        if (run.Metrics.Count > 0)
        {
            yield return NotebookCell.Markdown(
                question,
                "graded-metrics",
                $"Graded, over all of {run.Split}, from predictions whose labels the model never saw:\n\n{Graded(run.Metrics)}"
            );
        }
    }

    private static string Graded(IReadOnlyDictionary<string, Metric> metrics) =>
        string.Join(
            '\n',
            Sorted(metrics)
                .Select(metric =>
                    $"| {metric.Key} | {Numbers.Metric(metric.Value.Value)} | {Words.Interval(metric.Value)} | "
                        + $"{(metric.Value.Baseline is { } baseline ? Numbers.Metric(baseline) : "–")} | {metric.Value.Count:N0} |"
                )
                .Prepend("| Metric | Value | 95 % interval | Baseline | Predictions |\n| --- | ---: | ---: | ---: | ---: |")
        );

    private static InteractiveDocumentOutputElement Measured(IReadOnlyDictionary<string, Metric> metrics) =>
        Cell.Html(
            new Table("", ["Metric", "Value", "95 % interval"], [1, 2]).Bare(
                Sorted(metrics).Select(metric => new[] { metric.Key, Numbers.Metric(metric.Value.Value), Words.Interval(metric.Value) })
            ),
            string.Join(
                '\n',
                Sorted(metrics)
                    .Select(metric => $"{metric.Key}: {Numbers.Metric(metric.Value.Value)} (interval {Words.Interval(metric.Value)}, n = {metric.Value.Count})")
            )
        );

    private static IEnumerable<KeyValuePair<string, Metric>> Sorted(IReadOnlyDictionary<string, Metric> metrics) =>
        metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal);
}
