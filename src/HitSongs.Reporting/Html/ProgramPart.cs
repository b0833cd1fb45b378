using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>A program of the submission: its code, what it was given, what it showed, and how that compares.</summary>
internal static class ProgramPart
{
    // Longer code is folded, so that what came of it stays in sight.
    private const int LinesShownOpen = 30;

    private static readonly Table Inputs = new("Inputs drawn for this run", ["Name", "Value"], []);
    private static readonly Table Observations = new("What it observed", ["Name", "Value", "Where"], []);
    private static readonly Table Checks = new("What must have been observed", ["Check", "Result", "Expected", "Seen"], []);

    public static HtmlText Demonstration(DemonstrationRun? run, Sources sources, SourceView? source) => run is null ? HtmlText.Empty : HtmlText.Of($"""
        <details class="handed-in"><summary>Demonstration {Badge.Show(run.Program.Outcome)}</summary>
        {Outcome(run.Program, sources)}
        {Code(source)}
        {HtmlText.When(run.Checks.Count > 0, Checks.Show(run.Checks.Select(check => Check(check, run.Program.File, sources))))}
        {HtmlText.When(run.Observations.Count > 0, Observed(CappedRows.Of(run.Observations), run.Program.File, sources))}
        {HtmlText.When(run.Inputs.Count > 0, Inputs.Show(run.Inputs.Select(input => new[] { HtmlText.Of($"<code>{input.Key}</code>"), Value(input.Value) })))}
        {Output(run.Program)}
        </details>
        """);

    public static HtmlText Model(ModelRun? run, Sources sources, SourceView? source) => run is null ? HtmlText.Empty : HtmlText.Of($"""
        <details class="handed-in"><summary>Model {Badge.Show(run.Program.Outcome)}</summary>
        {Outcome(run.Program, sources)}
        <p>Split: {run.Split}. The harness held the labels back and computed every metric from the predictions.</p>
        {Code(source)}
        {HtmlText.When(run.Metrics.Count > 0, MetricsTable.Show("Metrics of this model", run.Metrics))}
        {Output(run.Program)}
        </details>
        """);

    private static HtmlText Outcome(ProgramRun program, Sources sources) => HtmlText.When(program.Reason.Length > 0, HtmlText.Of($"""
        <p>{InlineCode.Of(program.Reason)} {HtmlText.When(program.Line is not null, sources.Link(program.File, program.Line ?? 0))}</p>
        """));

    private static HtmlText Code(SourceView? source) => source?.Show("Code", open: source.Lines.Count <= LinesShownOpen) ?? HtmlText.Empty;

    private static HtmlText[] Check(CheckResult check, string file, Sources sources) =>
    [
        HtmlText.Of($"{Words.Title(check.Name)} {HtmlText.When(check.Line is not null, HtmlText.Of($"<cite>{sources.Link(file, check.Line ?? 0)}</cite>"))}"),
        Badge.Show(check.Holds),
        HtmlText.Of($"{check.Expected}"),
        HtmlText.Of($"{check.Seen}"),
    ];

    private static HtmlText Observed(CappedRows<Observation> observed, string file, Sources sources) => HtmlText.Of($"""
        {Observations.Show(observed.Rows.Select(seen => Seen(seen, file, sources)))}
        {HtmlText.When(observed.Note is not null, HtmlText.Of($"<p class=\"muted\">{observed.Note}</p>"))}
        """);

    private static HtmlText[] Seen(Observation seen, string file, Sources sources) =>
        [HtmlText.Of($"<code>{seen.Name}</code>"), Value(seen.Value), HtmlText.Of($"<cite>{sources.Link(file, seen.Line)}</cite>")];

    private static HtmlText Value(System.Text.Json.Nodes.JsonNode? value) => HtmlText.Of($"<code class=\"value\">{Words.Value(value)}</code>");

    private static HtmlText Output(ProgramRun program)
    {
        var capped = Capped.Of(program.Output);
        return HtmlText.When(program.Output.Length > 0, HtmlText.Of($"""
            <details class="output"><summary>Output <span class="muted">{Numbers.Count(program.Output.Length, "character", "characters")}</span></summary>
            <pre tabindex="0">{capped.Text}</pre>{HtmlText.When(capped.Note is not null, HtmlText.Of($"<p class=\"note\">{capped.Note}</p>"))}</details>
            """));
    }
}
