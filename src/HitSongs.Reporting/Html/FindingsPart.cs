using HitSongs.Studies;

namespace HitSongs.Reporting.Html;

/// <summary>Conclusions of a study of the songs, each with what speaks against it.</summary>
internal static class FindingsPart
{
    public static HtmlText Show(IReadOnlyList<Conclusion> conclusions) => HtmlText.When(conclusions.Count > 0, HtmlText.Of($"""
        <h3>What the songs say</h3>
        <div class="findings">
        {conclusions.Select(Show)}
        </div>
        """));

    private static HtmlText Show(Conclusion conclusion) => HtmlText.Of($"""
        <div class="finding" id="finding/{conclusion.Id}">
        <h4>{conclusion.Question}</h4>
        <p>{conclusion.Statement}</p>
        <p class="muted"><strong>But:</strong> {conclusion.Caveat}</p>
        <p class="muted"><strong>What would overturn it:</strong> {conclusion.Overturned}</p>
        </div>

        """);
}
