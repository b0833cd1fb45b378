using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace HitSongs.Reporting.Html;

/// <summary>The style sheet and the scripts that stand in the page itself. The page's policy names each by its hash and allows nothing else.</summary>
internal static class PageScripts
{
    private static readonly string Css = Resource("report.css");
    private static readonly IReadOnlyList<string> Scripts = [Resource("report.js"), Resource("tooltip.js")];

    public static HtmlText Policy() => Policy([.. Scripts]);

    /// <param name="scripts">Those that stand in the page.</param>
    public static HtmlText Policy(params IReadOnlyList<string> scripts) => HtmlText.Trusted(
        $"default-src 'none'; style-src {Hash(Css)}; script-src {string.Join(' ', scripts.Select(Hash))}; img-src data:; base-uri 'none'; form-action 'none'");

    public static HtmlText Style() => HtmlText.Trusted($"<style>{Css}</style>");

    /// <summary>For the end of the body.</summary>
    public static HtmlText Show() => HtmlText.Trusted(string.Concat(Scripts.Select(script => $"<script>{script}</script>\n")));

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    /// <summary>The style sheet and the script of the page on which a person marks: served beside it, as it is no file.</summary>
    public static string ReviewCss { get; } = Css + Resource("review.css");

    public static string ReviewScript { get; } = Resource("review.js");

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // The hashes in the page's policy are over these very bytes.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
