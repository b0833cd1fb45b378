using HitSongs.Grading;

namespace HitSongs.Cli.Reporting;

/// <summary>A program of the submission: its code, what it was given, what it showed, and how that compares.</summary>
internal static class ProgramPart
{
    // Longer code is folded, so that what came of it stays in sight.
    private const int LinesShownOpen = 30;

    private static readonly Table Inputs = new("Inputs drawn for this run", ["Name", "Value"], []);
    private static readonly Table Observations = new("What it observed", ["Name", "Value", "Where"], []);
    private static readonly Table Checks = new("What must have been observed", ["Check", "Result", "Expected", "Seen"], []);

    public static Html Demonstration(DemonstrationRun? run, Sources sources, SourceView? source) => run is null ? Html.Empty : Html.Of($"""
        <h4>Demonstration</h4>
        {Outcome(run.Program, sources)}
        {Code(source)}
        {Html.When(run.Checks.Count > 0, Checks.Show(run.Checks.Select(check => Check(check, run.Program.File, sources))))}
        {Html.When(run.Observations.Count > 0, Observations.Show(run.Observations.Select(seen => Seen(seen, run.Program.File, sources))))}
        {Html.When(run.Inputs.Count > 0, Inputs.Show(run.Inputs.Select(input => new[] { Html.Of($"<code>{input.Key}</code>"), Value(input.Value) })))}
        {Output(run.Program)}
        """);

    public static Html Model(ModelRun? run, Sources sources, SourceView? source) => run is null ? Html.Empty : Html.Of($"""
        <h4>Model</h4>
        {Outcome(run.Program, sources)}
        <p>Split: {run.Split}. The harness held the labels back and computed every metric from the predictions.</p>
        {Code(source)}
        {Html.When(run.Metrics.Count > 0, MetricsTable.Show("Metrics of this model", run.Metrics))}
        {Output(run.Program)}
        """);

    private static Html Outcome(ProgramRun program, Sources sources) => Html.Of($"""
        <p>{Badge.Show(program.Outcome)} {program.Reason} {Html.When(program.Line is not null, sources.Link(program.File, program.Line ?? 0))}</p>
        """);

    private static Html Code(SourceView? source) => source?.Show("Code", open: source.Lines.Count <= LinesShownOpen) ?? Html.Empty;

    private static Html[] Check(CheckResult check, string file, Sources sources) =>
    [
        Html.Of($"{Words.Title(check.Name)} {Html.When(check.Line is not null, Html.Of($"<cite>{sources.Link(file, check.Line ?? 0)}</cite>"))}"),
        Badge.Show(check.Holds),
        Html.Of($"{check.Expected}"),
        Html.Of($"{check.Seen}"),
    ];

    private static Html[] Seen(Observation seen, string file, Sources sources) =>
        [Html.Of($"<code>{seen.Name}</code>"), Value(seen.Value), Html.Of($"<cite>{sources.Link(file, seen.Line)}</cite>")];

    private static Html Value(System.Text.Json.Nodes.JsonNode? value) => Html.Of($"<code class=\"value\">{Words.Value(value)}</code>");

    private static Html Output(ProgramRun program)
    {
        var capped = Capped.Of(program.Output);
        return Html.When(program.Output.Length > 0, Html.Of($"""
            <details class="output"><summary>Output <span class="muted">{Numbers.Count(program.Output.Length, "character", "characters")}</span></summary>
            <pre tabindex="0">{capped.Text}</pre>{Html.When(capped.Note is not null, Html.Of($"<p class=\"note\">{capped.Note}</p>"))}</details>
            """));
    }
}
