using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Review;

/// <summary>Where a person writes points and comment, with the keys that do so.</summary>
internal static class ReviewForm
{
    private static readonly (string Key, string Does)[] Keys =
    [
        ("0 … 9", "points"), ("z", "none"), ("h", "half"), ("f", "full"), ("a", "as proposed"), ("c", "comment"),
        ("Enter", "save, then next"), ("n", "next"), ("p", "previous"), ("w", "withdraw"), ("m", "my name"),
    ];

    public static HtmlText Show(ReviewView view, string reviewer) => HtmlText.Of($"""
        <aside aria-label="Judgement"><form id="mark" class="card" novalidate>
        {(view.Score is null ? Judged() : Points(view))}
        <label for="reason">Comment for the author <span class="muted">optional</span></label>
        <textarea id="reason" rows="4" maxlength="4000"></textarea>
        <label for="reviewer">Marked by</label>
        <input id="reviewer" autocomplete="name" maxlength="100" value="{reviewer}" required>
        <p class="buttons"><button type="submit" class="primary">{(view.Score is null ? "Looked at" : "Save")}</button>
        {HtmlText.When(view.Marks.Count > 0, HtmlText.Trusted("<button type=\"button\" id=\"withdraw\">Withdraw</button>"))}
        <button type="button" id="previous"{Off(view.Place.Previous)}>Previous</button>
        <button type="button" id="next"{Off(view.Place.Next)}>Next</button></p>
        <p id="told" role="status" aria-live="polite"></p>
        </form>
        <details class="keys" open><summary>Keys</summary><dl>{Keys.Select(Key)}</dl></details>
        </aside>
        """);

    private static HtmlText Points(ReviewView view) => HtmlText.Of($"""
        <label for="points">Points <span class="muted">0 to {Numbers.Points(view.Score!.MaxPoints)}{HtmlText.When(
            view.Proposed is not null, HtmlText.Of($", proposed {Numbers.Points(view.Proposed ?? 0)}"))}</span></label>
        <input id="points" type="text" inputmode="decimal" autocomplete="off" data-proposed="{(view.Proposed is { } proposed ? Numbers.Points(proposed) : "")}">
        """);

    private static HtmlText Key((string Key, string Does) key) => HtmlText.Of($"<div><dt><kbd>{key.Key}</kbd></dt><dd>{key.Does}</dd></div>");

    private static HtmlText Judged() => HtmlText.Of($"<p>Shared passages of this answer</p>");

    private static HtmlText Off(string? id) => HtmlText.Trusted(id is null ? " disabled" : "");
}
