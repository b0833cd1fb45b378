using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HitSongs.Reporting.Html;

/// <summary>The style sheet and the scripts that stand in the page itself. The page's policy names each by its hash and allows nothing else.</summary>
internal sealed class PageScripts
{
    private static readonly string Css = Resource("report.css");
    private static readonly string Links = Resource("report.js");

    private readonly string? charts;
    private readonly JsonObject specifications = [];

    public PageScripts(Report report)
    {
        charts = report.Rendered.Script is { } script ? Embeddable(script) : null;
        foreach (var chart in report.Charts)
        {
            if (report.Rendered.ById.GetValueOrDefault(chart.Id)?.Live is { } live)
            {
                specifications[chart.Id] = live.DeepClone();
            }
        }
    }

    public HtmlText Policy() => HtmlText.Trusted(
        $"default-src 'none'; style-src {Hash(Css)}; script-src {string.Join(' ', Scripts().Select(Hash))}; img-src data:; base-uri 'none'; form-action 'none'");

    public static HtmlText Style() => HtmlText.Trusted($"<style>{Css}</style>");

    /// <summary>For the end of the body: what the charts show, as data that a browser does not run, and the scripts.</summary>
    public HtmlText Show() => HtmlText.Trusted(
        // The serializer writes < and > as \u003C and \u003E: no text in the data can end its element.
        (specifications.Count == 0 ? "" : $"<script type=\"application/json\" id=\"chart-specifications\">{specifications.ToJsonString()}</script>\n")
        + string.Concat(Scripts().Select(script => $"<script>{script}</script>\n")));

    private IEnumerable<string> Scripts() => specifications.Count == 0 || charts is null ? [Links] : [Links, charts];

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>A script that holds the end of its own element would not be one any more.</summary>
    private static string? Embeddable(string script) => script.Contains("</script", StringComparison.OrdinalIgnoreCase) || script.Contains("<!--", StringComparison.Ordinal) ? null : script;

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // The hashes in the page's policy are over these very bytes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
