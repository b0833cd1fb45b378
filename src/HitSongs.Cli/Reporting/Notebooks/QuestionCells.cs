using System.Text.Json.Nodes;
using HitSongs.Grading;

namespace HitSongs.Cli.Reporting;

/// <summary>A question, its answer, and its programs with what they printed and observed.</summary>
internal static class QuestionCells
{
    public static IEnumerable<JsonObject> OfSection(Report report, SectionGrade section) =>
        section.Questions.SelectMany(question => Of(report, question)).Prepend(Cell.Markdown(section.Id, "section", $"## {section.Title}"));

    private static IEnumerable<JsonObject> Of(Report report, QuestionGrade question)
    {
        var prompt = report.PromptOf(question.Id)?.Trim();
        var heading = $"### {question.Title}";
        yield return Cell.Markdown(question.Id, "prompt", string.IsNullOrEmpty(prompt) ? heading : $"{heading}\n\n{prompt}");
        var evidence = report.EvidenceOf(question.Id);
        var answer = Capped.Of(evidence?.Answer?.Body ?? "");
        yield return Cell.Markdown(question.Id, "answer", string.IsNullOrWhiteSpace(answer.Text) ? "*No answer was handed in.*" : WithNote(answer, "*", "*"));
        if (evidence?.Demonstration is { } demonstration)
        {
            yield return Cell.Code(question.Id, "demonstration", WithNote(Capped.Of(demonstration.Program.Source), "// "), Outputs(demonstration));
        }

        if (evidence?.Model is { } model)
        {
            yield return Cell.Code(question.Id, "model", WithNote(Capped.Of(model.Program.Source), "// "), Outputs(model));
        }
    }

    private static string WithNote(Capped text, string before = "", string after = "") =>
        text.Note is null ? text.Text : $"{text.Text}\n\n{before}{text.Note}{after}";

    private static IEnumerable<JsonObject> Outputs(DemonstrationRun run) => Printed(run.Program)
        .Concat(run.Observations.Count == 0 ? [] : [Observed(run.Observations)])
        .Concat(Ended(run.Program));

    private static IEnumerable<JsonObject> Outputs(ModelRun run) => Printed(run.Program)
        .Concat(run.Metrics.Count == 0 ? [] : [Measured(run)])
        .Concat(Ended(run.Program));

    private static IEnumerable<JsonObject> Printed(ProgramRun program) => program.Output.Length == 0 ? [] : [Cell.Stream(WithNote(Capped.Of(program.Output)))];

    private static IEnumerable<JsonObject> Ended(ProgramRun program) =>
        program.Outcome == RunOutcome.Completed ? [] : [Cell.Error(program.Outcome.ToString(), program.Reason)];

    private static JsonObject Observed(IReadOnlyList<Observation> observations) => Cell.Html(
        new Table("Observations", ["Name", "Value"], []).Show(observations.Select(seen => new[] { seen.Name, Words.Value(seen.Value) })),
        string.Join('\n', observations.Select(seen => $"{seen.Name}: {Words.Value(seen.Value)}")));

    private static JsonObject Measured(ModelRun run) => Cell.Html(
        MetricsTable.Show("Metrics, computed by the harness from the predictions", run.Metrics),
        string.Join('\n', run.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric =>
            $"{metric.Key}: {Numbers.Metric(metric.Value.Value)} (interval {Words.Interval(metric.Value)}, n = {metric.Value.Count})")));
}
