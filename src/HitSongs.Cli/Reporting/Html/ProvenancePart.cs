namespace HitSongs.Cli.Reporting;

/// <summary>What one needs to make the same again.</summary>
internal static class ProvenancePart
{
    private static readonly Table Run = new("The run", ["What", "Value"], []);
    private static readonly Table Versions = new("Versions", ["Part", "Version"], []);

    public static Html Show(Report report) => Html.Of($"""
        <section id="provenance" aria-labelledby="provenance-title">
        <h2 id="provenance-title">How it was made</h2>
        {Run.Show(Facts(report))}
        {Versions.Show(report.Run.Versions.OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => new[] { version.Key, version.Value }))}
        </section>
        """);

    private static IEnumerable<IReadOnlyList<Html>> Facts(Report report)
    {
        if (report.Command is { } command)
        {
            yield return Fact("Command", Html.Of($"<code>{command}</code>"));
        }

        yield return Fact("Started", Html.Of($"{Words.Time(report.Run.Started)}"));
        yield return Fact("Took", Html.Of($"{report.Run.Seconds:N1} s"));
        yield return Fact("Machine", Html.Of($"{report.Run.Machine}"));
        yield return Fact("Sandbox", Html.Of($"{report.Run.Sandbox}"));
        yield return Fact("Seed", Html.Of($"<code>{report.Run.Seed:0}</code>"));
        yield return Fact("Rubric (SHA-256)", Html.Of($"<code class=\"hash\">{report.Grade.Rubric.Sha256}</code>"));
        yield return Fact("Commit", report.Grade.Submission.Commit is { } commit ? Html.Of($"<code class=\"hash\">{commit}</code>") : Html.Of($"none"));
    }

    private static Html[] Fact(string name, Html value) => [Html.Of($"{name}"), value];
}
