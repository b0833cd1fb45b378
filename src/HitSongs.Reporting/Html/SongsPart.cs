using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Text;
using HitSongs.Songs;

namespace HitSongs.Reporting.Html;

/// <summary>Findings about the songs, in words and charts; the metrics; and what was done to the data.</summary>
internal static class SongsPart
{
    private static readonly Table Files = new("Files", ["File", "Rows", "SHA-256"], [1]);
    private static readonly Table Actions = new("Every removal and repair", ["Reason", "Effect", "Rows", "What it means"], [2]);

    private static readonly Table NotFound = new("Faults that no row has", ["Reason", "What it means"], []);

    private static readonly Table Rows = new("Rows that were removed or repaired", ["Row", "Track", "Reason", "Effect", "What"], []);

    /// <summary>More of them make the page slow and tell nothing more.</summary>
    private const int RowsShown = 100;

    public static bool HasContent(Report report) => report.Evidence.Songs is not null || report.Grade.Metrics.Count > 0 || report.Charts.Count > 0;

    public static HtmlText Show(Report report) =>
        HtmlText.When(
            HasContent(report),
            HtmlText.Of(
                $"""
                <section id="songs" aria-labelledby="songs-title">
                <h2 id="songs-title">Hit-song analysis</h2>
                {(report.Evidence.Songs is { } about ? About(about.Card) : HtmlText.Empty)}
                {HtmlText.When(report.StudyMissing is not null, HtmlText.Of($"<p class=\"note\">{report.StudyMissing}</p>"))}
                {FindingsPart.Show(report.Findings?.Conclusions ?? [])}
                {ChartsPart.Show(report)}
                {HtmlText.When(
                    report.Grade.Metrics.Count > 0,
                    HtmlText.Of($"<h3>Metrics</h3>{MetricsTable.Show("Every metric that was computed", report.Grade.Metrics)}")
                )}
                {(report.Evidence.Songs is { } songs ? HtmlText.Of($"{Card(songs.Card)}{RowsOf(songs)}") : HtmlText.Empty)}
                </section>
                """
            )
        );

    private static HtmlText About(DataCard card) => HtmlText.Of($"""
        <p>{Name(card)}</p>
        <dl class="facts">
        <div><dt>Rows read</dt><dd>{card.RowsRead:N0}</dd></div>
        <div><dt>Songs used</dt><dd>{card.RowsUsed:N0}</dd></div>
        <div><dt>Hits</dt><dd>{card.Hits:N0} <span class="muted">{Bar.Share(card.Hits, card.RowsUsed):P1}</span></dd></div>
        <div><dt>A hit is</dt><dd>popularity ≥ {card.HitThreshold:0.##}</dd></div>
        </dl>
        """);

    private static HtmlText Card(DataCard card) => HtmlText.Of($"""
        <h3>Data card: {Name(card)}</h3>
        {Actions.Show(card.Actions.Where(action => action.Count > 0).Select(Action))}
        {HtmlText.When(card.Actions.Any(action => action.Count == 0), HtmlText.Of($"""
            <details><summary>Looked for and not found <span class="muted">{FaultsNotFound(card)}</span></summary>
            {NotFound.Show(card.Actions.Where(action => action.Count == 0).Select(action => new[] { Words.Title(action.Reason), action.Description }))}
            </details>
            """))}
        {Files.Show(card.Files.Select(File))}
        """);

    private static string FaultsNotFound(DataCard card) => Numbers.Count(card.Actions.Count(action => action.Count == 0), "fault", "faults");

    private static string Name(DataCard card) =>
        card.Synthetic && !card.Name.Contains("synthetic", StringComparison.OrdinalIgnoreCase) ? $"{card.Name} (synthetic data)" : card.Name;

    private static HtmlText RowsOf(SongsEvidence songs)
    {
        var rows = songs.Figures?.Rows ?? [];
        var concerned = songs.Card.Actions.Where(action => action.Effect != CleaningEffect.Noted).Sum(action => action.Count);
        var shown = $"The first {Math.Min(RowsShown, rows.Count):N0} of {concerned:N0} are shown";
        var rest = HtmlText.Of($"<p class=\"note\">{shown}; <code>hitsongs data check</code> lists the others.</p>");
        return HtmlText.When(
            rows.Count > 0,
            HtmlText.Of(
                $"""
                <details><summary>Rows that were removed or repaired <span class="muted">{Numbers.Count(concerned, "row", "rows")}</span></summary>
                {Rows.Show(rows.Take(RowsShown).Select(Row))}
                {HtmlText.When(concerned > RowsShown, rest)}
                </details>
                """
            )
        );
    }

    private static string[] Row(RowAction row) => [$"{row.File}:{row.Line}", row.TrackId, Words.Title(row.Reason), row.Effect.ToString(), row.Detail];

    private static string[] Action(CleaningAction action) => [Words.Title(action.Reason), action.Effect.ToString(), $"{action.Count:N0}", action.Description];

    private static HtmlText[] File(DataFile file) =>
        [HtmlText.Of($"{file.Name}"), HtmlText.Of($"{file.Rows:N0}"), HtmlText.Of($"<code class=\"hash\">{file.Sha256}</code>")];
}
