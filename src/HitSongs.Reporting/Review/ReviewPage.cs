using HitSongs.Grading.Reviews;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Review;

/// <summary>The page on which a person marks. Whatever a stranger wrote is text in it.</summary>
internal static class ReviewPage
{
    /// <summary>Content security policy: the page's own style and script, and pictures in it.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    /// <param name="root">The page's own address below the host, with a slash at its end.</param>
    /// <param name="reviewer">Who marks, unless the page is told another name.</param>
    public static string Write(ReviewView view, string root, string reviewer) =>
        Page(
            root,
            $"{view.Criterion}: {view.Item.Submission}",
            HtmlText.Of($"""
            <body data-root="{root}" data-item="{view.Item.Id}" data-seen="{view.Seen}" data-handed-in="{view.HandedIn}"
              data-next="{view.Place.Next}" data-previous="{view.Place.Previous}" data-most="{view.Score?.MaxPoints ?? 0}">
            <a class="skip" href="#{(view.Score is null ? "reason" : "points")}">Skip to the judgement</a>
            <header><p class="kicker">Review</p><p class="left">{LeftOf(view.Place)}</p></header>
            <div class="page">
            <nav aria-label="Queue"><div class="menu"><p class="muted">Most valuable first</p>
            <ol class="queue" start="{FirstShown(view)}">{view.Place.Around.Select(entry => Entry(root, view, entry))}</ol></div></nav>
            <main id="main" tabindex="-1">
            {ReviewSubject.Show(view, root)}
            </main>
            {ReviewForm.Show(view, reviewer)}
            </div>
            </body>

            """));

    /// <summary>The page when nothing waits.</summary>
    public static string Done(string root, int written) =>
        Page(root, "Nothing waits", HtmlText.Of($"""
            <body data-root="{root}">
            <header><p class="kicker">Review</p></header>
            <div class="page"><main id="main"><h1>Nothing waits for a person</h1>
            <p>{Numbers.Count(written, "mark was", "marks were")} written since then. <code>hitsongs regrade</code> counts them.</p></main></div>
            </body>

            """));

    /// <summary>Why something waits, in a few words.</summary>
    public static string Words(ReviewReason reason) => reason switch
    {
        ReviewReason.Manual => "for a person",
        ReviewReason.InDoubt => "in doubt",
        ReviewReason.WithinNoise => "within noise",
        ReviewReason.StaleMark => "stale mark",
        ReviewReason.Copies => "shared passages",
        ReviewReason.SecondReading => "second reading",
        _ => "does not wait",
    };

    private static string Page(string root, string title, HtmlText body) =>
        HtmlText.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{root}review.css">
            <script src="{root}review.js" defer></script>
            </head>
            {body}
            </html>

            """).ToString();

    private static string LeftOf(QueuePlace place) => (place.Left, place.Position) switch
    {
        (0, _) => "Nothing waits",
        (_, 0) => $"{place.Left:N0} wait",
        _ => $"{place.Position:N0} of {place.Left:N0}",
    };

    // The list shows a part of the queue: its first entry keeps its number there.
    private static int FirstShown(ReviewView view) =>
        Math.Max(1, view.Place.Position - view.Place.Around.TakeWhile(entry => entry.Item.Id != view.Item.Id).Count());

    private static HtmlText Entry(string root, ReviewView view, (ReviewItem Item, string Title) entry)
    {
        var (item, isCurrent) = (entry.Item, entry.Item.Id == view.Item.Id);
        var (row, link) = isCurrent ? (" class=\"current\"", " aria-current=\"page\"") : ("", "");
        return HtmlText.Of(
            $"""
            <li{HtmlText.Trusted(row)}><a href="{root}items/{item.Id}"{HtmlText.Trusted(link)}><span>{entry.Title}</span>
            <span class="muted">{item.Submission}</span><span class="muted">{Words(item.Reason)}, ±{Numbers.Points(item.ExpectedChange)}</span></a></li>

            """
        );
    }
}
