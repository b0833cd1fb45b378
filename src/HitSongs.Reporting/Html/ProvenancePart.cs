using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Facts needed to make the same again.</summary>
internal static class ProvenancePart
{
    private static readonly Table Run = new("The run", ["What", "Value"], []);
    private static readonly Table Versions = new("Versions", ["Part", "Version"], []);

    public static HtmlText Show(Report report) => HtmlText.Of($"""
        <section id="provenance" aria-labelledby="provenance-title">
        <h2 id="provenance-title">How it was made</h2>
        {Run.Show(Facts(report))}
        {Versions.Show(report.Run.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => new[] { version.Key, version.Value }))}
        </section>
        """);

    private static IEnumerable<IReadOnlyList<HtmlText>> Facts(Report report)
    {
        if (report.Command is { } command)
        {
            yield return Fact("Command", HtmlText.Of($"<code>{command}</code>"));
        }

        yield return Fact("Started", HtmlText.Of($"{Words.Time(report.Run.Started)}"));
        yield return Fact("Took", HtmlText.Of($"{report.Run.Seconds:N1} s"));
        yield return Fact("Machine", HtmlText.Of($"{report.Run.Machine}"));
        yield return Fact("Sandbox", HtmlText.Of($"{report.Run.Sandbox}"));
        yield return Fact("Seed", HtmlText.Of($"<code>{report.Run.Seed:0}</code>"));
        yield return Fact("Rubric (SHA-256)", HtmlText.Of($"<code class=\"hash\">{report.Grade.Rubric.Sha256}</code>"));
        yield return Fact("Commit", report.Grade.Submission.Commit is { } commit ? HtmlText.Of($"<code class=\"hash\">{commit}</code>") : HtmlText.Of($"none"));
    }

    private static HtmlText[] Fact(string name, HtmlText value) => [HtmlText.Of($"{name}"), value];
}
