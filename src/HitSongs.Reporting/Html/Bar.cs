namespace HitSongs.Reporting.Html;

/// <summary>Points as a bar; decoration beside the number that says the same.</summary>
internal static class Bar
{
    public static double Share(double points, double of) => of > 0 ? Math.Clamp(points / of, 0, 1) : 0;

    public static HtmlText Show(double points, double of)
    {
        var track = HtmlText.Of($"""<rect class="track" width="100" height="8"/>""");
        var fill = HtmlText.Of($"""<rect class="fill" width="{100 * Share(points, of):0.#}" height="8"/>""");
        return HtmlText.Of(
            $"""
            <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">{track}{fill}</svg>
            """
        );
    }
}
